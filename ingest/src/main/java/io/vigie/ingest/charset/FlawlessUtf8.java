package io.vigie.ingest.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Reader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Decodes what is UTF-8 throughout, as nearly every page is, straight to where it is parsed. That it is flawless is proved
 * before the first character is read, by looking at many bytes at a time: a page that is not can still be read otherwise.
 */
final class FlawlessUtf8 extends Reader {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long NOT_ASCII = 0x8080808080808080L;
    private static final int LONG_RUN = 32;
    private static final int MANY = 4 * Long.BYTES;

    private final byte[] bytes;
    private int next;

    /** The second half of a pair that came where there was room for the first only; 0 when there is none. */
    private char half;

    private FlawlessUtf8(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The characters; absent when a byte is wrong (RFC 3629), or when U+0080 says that the text was encoded twice. */
    static Optional<Reader> open(byte[] document) {
        int i = 0;
        while (true) {
            i += asciiFrom(document, i, document.length);
            if (i == document.length) {
                return Optional.of(new FlawlessUtf8(document));
            }
            int width = width(document[i] & 0xff);
            int codePoint = i + width <= document.length ? codePoint(document, i, width) : -1;
            if (codePoint <= '\u0080') {
                return Optional.empty();
            }
            i += width;
        }
    }

    @Override
    public int read(char[] target, int offset, int length) {
        int end = offset;
        int limit = offset + length;
        if (half != 0 && end < limit) {
            target[end++] = half;
            half = 0;
        }
        while (end < limit && next < bytes.length) {
            if (bytes[next] >= 0) {
                int run = asciiFrom(bytes, next, Math.min(bytes.length, next + limit - end));
                widen(bytes, next, run, target, end);
                next += run;
                end += run;
            } else {
                int width = width(bytes[next] & 0xff);
                int codePoint = codePoint(bytes, next, width);
                next += width;
                if (Character.isBmpCodePoint(codePoint)) {
                    target[end++] = (char) codePoint;
                } else {
                    target[end++] = Character.highSurrogate(codePoint);
                    half = Character.lowSurrogate(codePoint);
                    if (end < limit) {
                        target[end++] = half;
                        half = 0;
                    }
                }
            }
        }
        return end == offset && length > 0 ? -1 : end - offset;
    }

    @Override
    public void close() {
        // Bytes in memory hold nothing open.
    }

    /** How many bytes of ASCII follow; markup is little else, so that many are looked at together. */
    private static int asciiFrom(byte[] bytes, int start, int limit) {
        int i = start;
        while (i + MANY <= limit && (many(bytes, i) & NOT_ASCII) == 0) {
            i += MANY;
        }
        while (i + Long.BYTES <= limit && ((long) LONGS.get(bytes, i) & NOT_ASCII) == 0) {
            i += Long.BYTES;
        }
        while (i < limit && bytes[i] >= 0) {
            i++;
        }
        return i - start;
    }

    private static long many(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at)
                | (long) LONGS.get(bytes, at + Long.BYTES)
                | (long) LONGS.get(bytes, at + 2 * Long.BYTES)
                | (long) LONGS.get(bytes, at + 3 * Long.BYTES);
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
