package io.vigie.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The JSON Schemas (2020-12) of the events, and the rule by which events may change: what was written yesterday is read today.
 * A schema that is committed may gain properties that are not required, and nothing else; {@code -Dschemas} writes them.
 */
class SchemasTest {

    private static final Path FOLDER = Path.of("src/main/resources/io/vigie/events/schema");
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @ParameterizedTest
    @ValueSource(
            classes = {
                Alert.class,
                ClassifiedItem.class,
                Coverage.class,
                Divergence.class,
                FormulaChange.class,
                PressItem.class,
                Redrive.class,
                RuleSet.class,
                Story.class,
                StoryNote.class,
                Surge.class,
                WatchEntry.class
            })
    void anEventIsReadByWhoeverReadItBefore(Class<?> type) throws IOException {
        Path file = FOLDER.resolve(name(type) + ".schema.json");
        JsonNode now = schema(type);
        if (System.getProperty("schemas") != null) {
            Files.writeString(file, MAPPER.writeValueAsString(now) + "\n");
        }
        JsonNode committed = MAPPER.readTree(file.toFile());
        assertThat(broken("", committed, now))
                .as("changes that old readers or old records do not bear")
                .isEmpty();
        assertThat(now).as("run with -Dschemas to write " + file).isEqualTo(committed);
    }

    @Test
    void tellsWhatWouldBreak() throws IOException {
        JsonNode before = MAPPER.readTree("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"},"
                + "\"b\":{\"type\":\"integer\"},\"c\":{\"enum\":[\"x\"]}},\"required\":[\"a\"]}");
        JsonNode after = MAPPER.readTree("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\"},"
                + "\"c\":{\"enum\":[\"x\",\"y\"]},\"d\":{\"type\":\"string\"}},\"required\":[\"a\",\"d\"]}");
        assertThat(broken("", before, after))
                .containsExactlyInAnyOrder("/a: other type", "/b: gone", "/d: newly required");
    }

    /** Additions are fine, an enum may grow; a property that went, changed its type or became required is not. */
    private static List<String> broken(String path, JsonNode before, JsonNode after) {
        List<String> broken = new ArrayList<>();
        if (!before.path("type").equals(after.path("type"))) {
            broken.add(path + ": other type");
        }
        before.path("enum").forEach(value -> {
            if (!contains(after.path("enum"), value.asText())) {
                broken.add(path + ": no longer " + value.asText());
            }
        });
        before.path("properties").properties().forEach(property -> {
            JsonNode now = after.path("properties").get(property.getKey());
            if (now == null) {
                broken.add(path + "/" + property.getKey() + ": gone");
            } else {
                broken.addAll(broken(path + "/" + property.getKey(), property.getValue(), now));
            }
        });
        after.path("required").forEach(name -> {
            if (before.has("properties") && !contains(before.path("required"), name.asText())) {
                broken.add(path + "/" + name.asText() + ": newly required");
            }
        });
        if (before.has("items")) {
            broken.addAll(broken(path + "[]", before.get("items"), after.path("items")));
        }
        if (before.path("additionalProperties").isObject()) {
            broken.addAll(broken(path + "{}", before.get("additionalProperties"), after.path("additionalProperties")));
        }
        return broken;
    }

    private static boolean contains(JsonNode array, String text) {
        for (JsonNode node : array) {
            if (node.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private static String name(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static ObjectNode schema(Class<?> type) {
        ObjectNode schema = MAPPER.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", type.getSimpleName());
        schema.setAll(object(type));
        return schema;
    }

    private static ObjectNode object(Class<?> type) {
        ObjectNode schema = MAPPER.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = MAPPER.createArrayNode();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), of(component.getGenericType()));
            if (!isNullable(component)) {
                required.add(component.getName());
            }
        }
        schema.set("required", required);
        return schema;
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static ObjectNode of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            ObjectNode schema = MAPPER.createObjectNode();
            return generic.getRawType() == Map.class
                    ? schema.put("type", "object").set("additionalProperties", of(arguments[1]))
                    : schema.put("type", "array").set("items", of(arguments[0]));
        }
        Class<?> plain = (Class<?>) type;
        ObjectNode schema = MAPPER.createObjectNode();
        if (plain.isRecord()) {
            return object(plain);
        }
        if (plain.isEnum()) {
            ArrayNode values = schema.put("type", "string").putArray("enum");
            for (Object constant : plain.getEnumConstants()) {
                values.add(text(plain, (Enum<?>) constant));
            }
            return schema;
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return schema.put("type", "boolean");
        }
        if (plain == int.class || plain == long.class || plain == Integer.class || plain == Long.class) {
            return schema.put("type", "integer");
        }
        if (plain == double.class || plain == Double.class) {
            return schema.put("type", "number");
        }
        schema.put("type", "string");
        if (plain == Instant.class) {
            schema.put("format", "date-time");
        } else if (plain == URI.class) {
            schema.put("format", "uri");
        } else if (plain == Duration.class) {
            schema.put("format", "duration");
        }
        return schema;
    }

    private static String text(Class<?> type, Enum<?> constant) {
        try {
            JsonProperty name = type.getField(constant.name()).getAnnotation(JsonProperty.class);
            return name == null ? constant.name() : name.value();
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }
}
