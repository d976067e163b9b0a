package io.vigie.ingest.discover;

import io.vigie.ingest.markup.MarkupElement;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Titles, by what their {@code type} (RFC 4287, 3.1) or {@code mode} (Atom 0.3) says of them. RSS says nothing, and half
 * of its titles are HTML.
 */
final class FeedTitles {

    private FeedTitles() {}

    /**
     * The title in plain text.
     *
     * @param text of the element, references resolved once, text of nested elements included
     * @param atom whether a title without a type is text by definition
     */
    static String plain(MarkupElement element, String text, boolean atom) {
        String type = lower(element.attribute("type"));
        String mode = lower(element.attribute("mode"));
        String title = mode.equals("base64") || isBase64(element) ? decoded(text) : text;
        return switch (type) {
            case "" -> atom && mode.isEmpty() ? PlainText.unescaped(title) : PlainText.ofEither(title);
            case "text", "text/plain" -> mode.isEmpty() && !atom ? PlainText.ofEither(title) : PlainText.literal(title);
            case "xhtml", "application/xhtml+xml" -> PlainText.literal(title);
            default -> type.contains("html") ? PlainText.ofHtml(title) : PlainText.ofEither(title);
        };
    }

    private static boolean isBase64(MarkupElement element) {
        return lower(element.attribute("encoding")).equals("base64");
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return base64;
        }
    }

    private static String lower(@Nullable String value) {
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }
}
