package io.vigie.ingest.discover;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.vigie.ingest.discover.Discovered.Kind;
import io.vigie.ingest.discover.Discovered.Problem;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1 and 1.1 (jsonfeed.org), read as a stream: where it breaks off, what was whole counts. */
final class JsonFeedReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private final EntryList entries = new EntryList();
    private final JsonParser json;
    private final URI address;
    private final @Nullable ZoneId zone;
    private boolean feed;

    private JsonFeedReader(JsonParser json, URI address, @Nullable ZoneId zone) {
        this.json = json;
        this.address = address;
        this.zone = zone;
    }

    static Discovered read(Reader source, URI address, @Nullable ZoneId zone) throws IOException {
        try (JsonParser json = JSON.createParser(source)) {
            JsonFeedReader reader = new JsonFeedReader(json, address, zone);
            try {
                reader.document();
            } catch (JsonParseException | StreamConstraintsException e) {
                // Broken off, or beyond the limits of the parser: what was read before counts.
            }
            return reader.feed
                    ? Discovered.entries(Kind.JSON_FEED, reader.entries)
                    : Discovered.problem(Problem.UNRECOGNISED);
        }
    }

    private void document() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("version") && value == JsonToken.VALUE_STRING) {
                feed |= json.getText().contains("jsonfeed.org/version/");
            } else if (name.equals("items") && value == JsonToken.START_ARRAY) {
                feed = true;
                items();
            } else {
                json.skipChildren();
            }
        }
    }

    private void items() throws IOException {
        while (true) {
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_OBJECT) {
                item();
            } else if (token == null || token == JsonToken.END_ARRAY) {
                return;
            } else {
                json.skipChildren();
            }
        }
    }

    private void item() throws IOException {
        EntryBuilder entry = new EntryBuilder(zone);
        try {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (json.currentToken().isScalarValue() && json.currentToken() != JsonToken.VALUE_NULL) {
                    statement(entry, name, json.getText());
                } else {
                    json.skipChildren();
                }
            }
        } finally {
            if (!entry.isEmpty()) {
                entries.add(entry.build());
            }
        }
    }

    private void statement(EntryBuilder entry, String name, String value) {
        switch (name) {
            case "url" -> entry.link(0, address, value);
            case "external_url" -> entry.link(1, address, value);
            case "id" -> {
                if (value.startsWith("http:") || value.startsWith("https:")) {
                    entry.link(2, address, value);
                }
            }
            case "title" -> entry.title(0, PlainText.ofEither(value));
            case "date_published" -> entry.date(0, value);
            case "date_modified" -> entry.date(1, value);
            default -> {
                // says nothing about where and when
            }
        }
    }
}
