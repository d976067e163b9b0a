package io.vigie.ingest.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Optional;

/**
 * Decodes what is UTF-8 throughout, as nearly every page is, into the characters themselves: a string of them would be
 * written twice, since strings of mixed scripts are begun as Latin 1, and once more to be read.
 */
final class FlawlessUtf8 {

    private static final long NOT_ASCII = 0x8080808080808080L;
    private static final int LONG_RUN = 32;
    private static final int LONGEST_RUN = 8 * 1024;
    private static final int MANY = 4 * Long.BYTES;

    private FlawlessUtf8() {}

    /** The characters; absent when a byte is wrong (RFC 3629), or when U+0080 says that the text was encoded twice. */
    static Optional<CharBuffer> decode(byte[] document) {
        ByteBuffer bytes = ByteBuffer.wrap(document);
        char[] out = new char[document.length];
        int end = 0;
        int i = 0;
        while (i < document.length) {
            int run = asciiFrom(bytes, i);
            widen(document, i, run, out, end);
            i += run;
            end += run;
            if (i == document.length) {
                break;
            }
            if (document[i] >= 0) {
                continue;
            }
            int width = width(document[i] & 0xff);
            int codePoint = i + width <= document.length ? codePoint(document, i, width) : -1;
            if (codePoint <= '\u0080') {
                return Optional.empty();
            }
            end += Character.toChars(codePoint, out, end);
            i += width;
        }
        return Optional.of(CharBuffer.wrap(out, 0, end));
    }

    /**
     * How many bytes of ASCII follow, at most as many as stay in the nearest cache until they are copied; markup is little
     * else, so that many are looked at together.
     */
    private static int asciiFrom(ByteBuffer bytes, int start) {
        int i = start;
        int limit = Math.min(bytes.limit(), start + LONGEST_RUN);
        while (i + MANY <= limit && (many(bytes, i) & NOT_ASCII) == 0) {
            i += MANY;
        }
        while (i + Long.BYTES <= limit && (bytes.getLong(i) & NOT_ASCII) == 0) {
            i += Long.BYTES;
        }
        while (i < limit && bytes.get(i) >= 0) {
            i++;
        }
        return i - start;
    }

    private static long many(ByteBuffer bytes, int at) {
        return bytes.getLong(at)
                | bytes.getLong(at + Long.BYTES)
                | bytes.getLong(at + 2 * Long.BYTES)
                | bytes.getLong(at + 3 * Long.BYTES);
    }

    /** What the JDK does to a string of Latin 1 it does many bytes at a time. */
    private static void widen(byte[] from, int at, int length, char[] to, int end) {
        if (length >= LONG_RUN) {
            new String(from, at, length, ISO_8859_1).getChars(0, length, to, end);
        } else {
            for (int i = 0; i < length; i++) {
                to[end + i] = (char) from[at + i];
            }
        }
    }

    private static int width(int lead) {
        if (lead < 0xc2 || lead > 0xf4) {
            return 1; // begins nothing
        }
        return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    }

    /** -1 when the bytes are no character: cut short, written longer than needed, a surrogate, beyond U+10FFFF. */
    private static int codePoint(byte[] bytes, int at, int width) {
        int codePoint = bytes[at] & (0xff >> (width + 1));
        for (int i = 1; i < width; i++) {
            int next = bytes[at + i];
            if ((next & 0xc0) != 0x80) {
                return -1;
            }
            codePoint = codePoint << 6 | (next & 0x3f);
        }
        boolean longer = width == 1 || (width == 3 && codePoint < 0x800) || (width == 4 && codePoint < 0x10000);
        boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return longer || surrogate || codePoint > Character.MAX_CODE_POINT ? -1 : codePoint;
    }
}
