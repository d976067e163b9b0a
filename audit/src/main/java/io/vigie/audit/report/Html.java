package io.vigie.audit.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/**
 * Writes HTML. Tags are ours and given as they are; {@link #text} is for everything else: what a stranger wrote can
 * neither become markup nor turn the direction of the line that it stands in.
 */
final class Html {

    private static final char REPLACEMENT = '\uFFFD';

    private final Appendable out;

    Html(Appendable out) {
        this.out = out;
    }

    /** Markup of our own. */
    Html raw(String markup) {
        try {
            out.append(markup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Text, also inside an attribute's double quotes. */
    Html text(Object value) {
        return raw(escape(value.toString()));
    }

    /** One element with text in it. */
    Html element(String tag, Object text) {
        return raw("<" + tag + ">").text(text).raw("</" + tag.split(" ", 2)[0] + ">");
    }

    /** An address, to be followed only when it is one of the web. */
    Html link(URI address) {
        String scheme = address.getScheme();
        boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
        if (!web) {
            return element("span", address);
        }
        return raw("<a rel=\"noreferrer noopener\" href=\"")
                .text(address)
                .raw("\">")
                .text(address)
                .raw("</a>");
    }

    /**
     * Makes text of anything.
     *
     * <p>The five characters that mean something in HTML become references; what would turn the direction of the line is
     * dropped, so that {@code gnp.exe} with an override in it cannot show as {@code exe.png}; control characters and half
     * surrogate pairs become U+FFFD.
     */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\n', '\t' -> escaped.append(c);
                default -> {
                    if (!turnsTheLine(c)) {
                        escaped.append(isBroken(text, i) || Character.isISOControl(c) ? REPLACEMENT : c);
                    }
                }
            }
        }
        return escaped.toString();
    }

    /** Marks, embeddings, overrides and isolates of Unicode Standard Annex 9. */
    private static boolean turnsTheLine(char c) {
        return c == 0x200E
                || c == 0x200F
                || c == 0x061C
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    /** Half of a surrogate pair, which UTF-8 cannot write. */
    private static boolean isBroken(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
