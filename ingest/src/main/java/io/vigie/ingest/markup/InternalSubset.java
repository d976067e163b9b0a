package io.vigie.ingest.markup;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Entities declared in a document type declaration, as far as they are harmless: text that refers to no other entity.
 * External ones are not even looked at, and one that is made of others (the billion laughs) stays undeclared, so that a
 * reference to it is left as written.
 */
final class InternalSubset {

    private static final int LONGEST_DECLARATION = 64 * 1024;
    private static final int MOST_ENTITIES = 512;
    private static final int LONGEST_VALUE = 1024;

    private static final Pattern ENTITY =
            Pattern.compile("<!ENTITY\\s+([\\w.:-]{1,64})\\s+(?:\"([^\"]*)\"|'([^']*)')\\s*>");
    private static final Pattern REFERENCE = Pattern.compile("&([^;&\\s]{1,32});");
    private static final CharacterReferences PREDEFINED = new CharacterReferences(Map.of());

    private InternalSubset() {}

    /** Reads a document type declaration from behind its {@code <!} to its end; empty when it declares nothing of use. */
    static Optional<CharacterReferences> read(Lookahead in) throws IOException {
        StringBuilder declaration = new StringBuilder();
        int quote = 0;
        boolean subset = false;
        while (in.peek() != Lookahead.EOF && (subset || in.peek() != '<')) { // a tag shows that the end was forgotten
            if (subset && quote == 0 && in.startsWith("<!--")) {
                in.skipPast("-->"); // an apostrophe in it opens nothing
                continue;
            }
            int c = in.take();
            if (c == '>' && quote == 0 && !subset) {
                break;
            }
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || (c == '\'' && subset)) {
                quote = c;
            } else if (c == '[') {
                subset = true;
            } else if (c == ']') {
                subset = false;
            }
            if (declaration.length() < LONGEST_DECLARATION) {
                declaration.append((char) c);
            }
        }
        Map<String, String> entities = entities(declaration);
        return entities.isEmpty() ? Optional.empty() : Optional.of(new CharacterReferences(entities));
    }

    /** Plain-text entities by name. */
    private static Map<String, String> entities(CharSequence declaration) {
        Map<String, String> entities = new LinkedHashMap<>();
        Matcher matcher = ENTITY.matcher(declaration);
        while (matcher.find() && entities.size() < MOST_ENTITIES) {
            String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            String text = value.length() > LONGEST_VALUE ? null : text(value);
            if (text != null) {
                entities.putIfAbsent(matcher.group(1), text);
            }
        }
        return entities;
    }

    private static @Nullable String text(String value) {
        StringBuilder text = new StringBuilder();
        Matcher reference = REFERENCE.matcher(value);
        while (reference.find()) {
            String character = PREDEFINED.resolve(reference.group(1));
            if (character == null) {
                return null;
            }
            reference.appendReplacement(text, Matcher.quoteReplacement(character));
        }
        String plain = reference.appendTail(text).toString();
        return plain.indexOf('<') >= 0 ? null : plain;
    }
}
