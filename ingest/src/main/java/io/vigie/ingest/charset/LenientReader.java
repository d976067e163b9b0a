package io.vigie.ingest.charset;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes and never fails: a byte that is not UTF-8 in a UTF-8 document reads as windows-1252, because that is where
 * pasted quotes and dashes come from; in any other charset it reads as U+FFFD.
 */
final class LenientReader extends Reader {

    private static final int BUFFER = 16 * 1024;

    /** 0x80 to 0x9F in windows-1252; the five unassigned ones keep their C1 code, as in the Encoding Standard. */
    private static final String WINDOWS_1252 = "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160"
            + "\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a"
            + "\u0153\u009d\u017e\u0178";

    private final InputStream bytes;
    private final CharsetDecoder decoder;
    private final boolean utf8;
    private final ByteBuffer in = ByteBuffer.allocate(BUFFER).limit(0);
    private boolean exhausted;

    LenientReader(InputStream bytes, Charset charset) {
        this.bytes = bytes;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.utf8 = charset.equals(StandardCharsets.UTF_8);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(target, offset, length).slice();
        while (out.hasRemaining()) {
            CoderResult result = decoder.decode(in, out, exhausted);
            if (result.isOverflow()) {
                break;
            }
            if (result.isError()) {
                substitute(result.length(), out);
            } else if (exhausted || out.position() > 0) {
                break;
            } else {
                fill();
            }
        }
        return out.position() > 0 || length == 0 ? out.position() : -1;
    }

    private void substitute(int length, CharBuffer out) {
        byte first = in.get();
        out.put(utf8 ? windows1252(first & 0xff) : '\ufffd');
        if (!utf8) {
            in.position(in.position() + length - 1);
        }
    }

    private static char windows1252(int b) {
        return b >= 0x80 && b < 0xa0 ? WINDOWS_1252.charAt(b - 0x80) : (char) b;
    }

    private void fill() throws IOException {
        in.compact();
        int n = bytes.read(in.array(), in.position(), in.remaining());
        if (n < 0) {
            exhausted = true;
        } else {
            in.position(in.position() + n);
        }
        in.flip();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
