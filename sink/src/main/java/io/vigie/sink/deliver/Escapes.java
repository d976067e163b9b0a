package io.vigie.sink.deliver;

/** How each receiver is told that a text is a text. Apply to text that {@link CleanText} has been over. */
final class Escapes {

    /** A word joiner parts {@code @} from the name behind it, so that nobody is called, and cannot be seen. */
    private static final char WORD_JOINER = '\u2060';

    private Escapes() {}

    /**
     * Slack's three characters as entities, cut so that none is broken: {@code <!channel>} becomes a text and calls
     * nobody.
     *
     * @param most UTF-16 units of the result
     * @see <a href="https://docs.slack.dev/messaging/formatting-message-text">Formatting message text</a>
     */
    static String slack(String text, int most) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            String next = switch (c) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                default -> Character.toString(c);
            };
            boolean last = i + Character.charCount(c) == text.length();
            if (out.length() + next.length() > (last ? most : most - 1)) {
                return out.append('…').toString();
            }
            out.append(next);
            i += Character.charCount(c);
        }
        return out.toString();
    }

    /**
     * What CommonMark would take for markup behind backslashes, and no {@code @name} left that could call people: for
     * Mattermost and Discord.
     */
    static String markdown(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (isMarkup(c, next, i == 0)) {
                out.append('\\');
            }
            out.append(c);
            if (c == '@') {
                out.append(WORD_JOINER);
            }
        }
        return out.toString();
    }

    /** Some characters mean something at the start of a line only, or before a letter: emoji, addresses, entities. */
    private static boolean isMarkup(char c, char next, boolean first) {
        return "\\`*_[]<>#|~".indexOf(c) >= 0
                || (first && "-+=".indexOf(c) >= 0)
                || ((c == ':' || c == '&') && !Character.isDigit(next) && next != ' ')
                || (first && Character.isDigit(c) && (next == '.' || next == ')'));
    }

    /** An address inside of {@code (…)} of a markdown link: no parenthesis or space that would end it. */
    static String markdownAddress(String address) {
        return address.replace("(", "%28").replace(")", "%29").replace("|", "%7C");
    }

    /** For element content and for attributes in quotes. */
    static String html(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
