package io.vigie.ingest.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * Tells the five ways apart in which Cyrillic was written before Unicode. Read in the wrong one, letters turn into
 * others, their case flips and boxes stand between them; read in the right one, half a dozen letters make up most of a
 * text in any Slavic language.
 */
final class CyrillicBytes {

    /** On a tie the first wins. */
    private static final List<Charset> CHARSETS = List.of(
            Charset.forName("windows-1251"),
            Charset.forName("KOI8-R"),
            Charset.forName("KOI8-U"),
            Charset.forName("IBM866"),
            Charset.forName("ISO-8859-5"),
            Charset.forName("x-MacCyrillic"));

    private static final String COMMON = "оеаинтсрвлкмдпуяіь";
    private static final int FEWEST = 20;
    private static final double CONVINCING = 0.7;

    private CyrillicBytes() {}

    /** The charset in which these bytes read like Cyrillic text; absent when there is none. */
    static Optional<Charset> charset(byte[] document, int length) {
        Charset best = null;
        double most = CONVINCING;
        for (Charset charset : CHARSETS) {
            double share = likeness(charset.decode(ByteBuffer.wrap(document, 0, length)));
            if (share > most) {
                best = charset;
                most = share;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Common letters in lower case per character beyond ASCII, less what no text has: boxes, capitals and Latin in words. */
    private static double likeness(CharBuffer text) {
        int high = 0;
        int common = 0;
        int strange = 0;
        char previous = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                high++;
                common += COMMON.indexOf(c) >= 0 ? 1 : 0;
                boolean capitalInside = Character.isUpperCase(c) && Character.isLowerCase(previous);
                boolean latin = isLatin(previous) || (i + 1 < text.length() && isLatin(text.charAt(i + 1)));
                boolean box = (c >= '\u2190' && c <= '\u25ff') || c == '\ufffd' || c < '\u00a0';
                strange += capitalInside || latin || box ? 1 : 0;
            }
            previous = c;
        }
        return high < FEWEST ? 0 : (double) (common - 2 * strange) / high;
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
