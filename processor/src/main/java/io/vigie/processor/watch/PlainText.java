package io.vigie.processor.watch;

import org.jspecify.annotations.Nullable;

/** One character for one, so that offsets stay: apostrophes, hyphens and spaces of all kinds become the plain one. */
final class PlainText {

    private PlainText() {}

    /** The text as analyzers should see it; Chinese in simplified characters. */
    static String of(String text, String language) {
        return language.equals("zh") ? SimplifiedHan.of(of(text)) : of(text);
    }

    private static String of(String text) {
        char @Nullable [] plain = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char p = c == '$' ? currency(text, i) : c < 0x80 ? c : plain(c);
            if (p != c) {
                if (plain == null) {
                    plain = text.toCharArray();
                }
                plain[i] = p;
            }
        }
        return plain == null ? text : new String(plain);
    }

    /** {@code S$400} is one word, an amount, and no missile. */
    private static char currency(String text, int at) {
        return at > 0 && Character.isLetter(text.charAt(at - 1)) ? '_' : '$';
    }

    private static char plain(char c) {
        return switch (c) {
            case '\u2018', '\u2019', '\u02BC', '\u00B4', '\u2032', '\uFF07', '\u02B9' -> '\'';
            case '\u2010', '\u2011', '\u2012', '\uFE63', '\uFF0D' -> '-';
            case '\u00A0', '\u202F', '\u2007', '\u2009' -> ' ';
            default -> c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c;
        };
    }
}
