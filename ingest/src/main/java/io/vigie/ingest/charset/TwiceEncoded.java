package io.vigie.ingest.charset;

/**
 * Undoes what happens to UTF-8 that was taken for Latin 1 and encoded once more: {@code don’t} stands there as {@code
 * donâ[80][99]t}. The control characters of Latin 1 (U+0080 to U+009F) are the proof: no text has them.
 */
final class TwiceEncoded {

    private static final int FEWEST = 3;

    private TwiceEncoded() {}

    /** The text with every such sequence decoded, or the text itself when it has next to none. */
    static String repaired(String text) {
        // U+0080 is in quotation marks, in Cyrillic, in Greek and in the punctuation of East Asia; and cheaply looked
        // for.
        return text.indexOf('\u0080') >= 0 && isProven(text) ? decoded(text) : text;
    }

    private static boolean isProven(String text) {
        int found = 0;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\u0080' && c <= '\u009f' && text.charAt(i - 1) >= '\u00c2' && text.charAt(i - 1) <= '\u00f4') {
                found++;
                if (found == FEWEST) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String decoded(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int width = width(text.charAt(i));
            int codePoint = width > 1 && i + width <= text.length() ? codePoint(text, i, width) : -1;
            if (codePoint >= 0x80) {
                out.appendCodePoint(codePoint);
                i += width;
            } else {
                out.append(text.charAt(i));
                i++;
            }
        }
        return out.toString();
    }

    private static int width(char lead) {
        if (lead < '\u00c2' || lead > '\u00f4') {
            return 1;
        }
        return lead < '\u00e0' ? 2 : lead < '\u00f0' ? 3 : 4;
    }

    /** The character that these were the bytes of; -1 when they were not. */
    private static int codePoint(String text, int at, int width) {
        int codePoint = text.charAt(at) & (0xff >> (width + 1));
        for (int i = 1; i < width; i++) {
            char c = text.charAt(at + i);
            if (c < '\u0080' || c > '\u00bf') {
                return -1;
            }
            codePoint = codePoint << 6 | (c & 0x3f);
        }
        return Character.isValidCodePoint(codePoint) ? codePoint : -1;
    }
}
