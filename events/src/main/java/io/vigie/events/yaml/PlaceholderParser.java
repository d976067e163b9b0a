package io.vigie.events.yaml;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills {@code ${NAME}}, {@code ${NAME:default}} and {@code ${file:PATH}} in string scalars, after parsing: a value cannot
 * change the shape.
 */
final class PlaceholderParser extends JsonParserDelegate {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::([^}]*))?}");
    private static final String FILE = "file";

    private final Function<String, @Nullable String> environment;
    private final Function<String, @Nullable String> files;

    PlaceholderParser(
            JsonParser yaml, Function<String, @Nullable String> environment, Function<String, @Nullable String> files) {
        super(yaml);
        this.environment = environment;
        this.files = files;
    }

    @Override
    public String getText() throws IOException {
        String text = super.getText();
        if (currentToken() != JsonToken.VALUE_STRING || !text.contains("${")) {
            return text;
        }
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value(matcher.group(1), matcher.group(2))));
        }
        return matcher.appendTail(filled).toString();
    }

    private String value(String name, @Nullable String fallback) throws IOException {
        if (name.equals(FILE) && fallback != null) {
            return content(fallback);
        }
        String value = environment.apply(name);
        if (value != null) {
            return value;
        }
        if (fallback == null) {
            throw new JsonParseException(
                    this, "environment variable " + name + " is not set; set it or write ${" + name + ":default}");
        }
        return fallback;
    }

    /** A secret's file ends with a line feed that is not part of the secret. */
    private String content(String file) throws IOException {
        String content = files.apply(file);
        if (content == null) {
            throw new JsonParseException(
                    this, "the file " + file + " cannot be read; check that it exists, is UTF-8, and its permissions");
        }
        return content.strip();
    }

    @Override
    public String getValueAsString() throws IOException {
        return currentToken() == JsonToken.VALUE_STRING ? getText() : super.getValueAsString();
    }

    @Override
    public char[] getTextCharacters() throws IOException {
        return getText().toCharArray();
    }

    @Override
    public int getTextLength() throws IOException {
        return getText().length();
    }

    @Override
    public int getTextOffset() {
        return 0;
    }

    @Override
    public boolean hasTextCharacters() {
        return false;
    }
}
