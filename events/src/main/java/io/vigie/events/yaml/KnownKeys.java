package io.vigie.events.yaml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Refuses an unknown key where it stands. Jackson alone looks at unknown keys only after a record was made, so that a
 * misspelt key would be told as the absence of the right one.
 */
final class KnownKeys extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
        return deserializer instanceof BeanDeserializer ? new Checking(deserializer) : deserializer;
    }

    private static final class Checking extends DelegatingDeserializer {

        private static final long serialVersionUID = 1L;

        Checking(JsonDeserializer<?> delegate) {
            super(delegate);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> newDelegatee) {
            return new Checking(newDelegatee);
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Collection<Object> known = getDelegatee().getKnownPropertyNames();
            return known == null || !parser.isExpectedStartObjectToken()
                    ? super.deserialize(parser, context)
                    : super.deserialize(new CheckingParser(parser, handledType(), known), context);
        }
    }

    private static final class CheckingParser extends JsonParserDelegate {

        private final JsonStreamContext object;
        private final Class<?> type;
        private final Collection<Object> known;

        CheckingParser(JsonParser parser, Class<?> type, Collection<Object> known) {
            super(parser);
            this.object = parser.getParsingContext();
            this.type = type;
            this.known = known;
        }

        @Override
        public @Nullable JsonToken nextToken() throws IOException {
            JsonToken token = super.nextToken();
            if (token == JsonToken.FIELD_NAME && getParsingContext() == object && !known.contains(currentName())) {
                throw UnrecognizedPropertyException.from(this, type, currentName(), known);
            }
            return token;
        }
    }
}
