package io.vigie.ingest.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * gzip (RFC 1952), any number of members one after the other. The platform's own stream goes one call deeper at every
 * empty member, so that 20 KB of them overflow its stack; this one loops. What follows the last member is ignored, and
 * so are checksums: a page with a wrong one is still a page.
 */
final class Gunzip extends InputStream {

    private static final int TRAILER = 8;
    private static final int HAS_CHECKSUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final byte[] buffer = new byte[16 * 1024];
    private int position;
    private int end;
    private boolean first = true;
    private boolean inMember;

    Gunzip(InputStream in) {
        this.in = in;
    }

    static boolean isMagic(int first, int second) {
        return first == 0x1f && second == 0x8b;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] out, int offset, int length) throws IOException {
        while (length > 0) {
            if (!inMember && !nextMember()) {
                return -1;
            }
            int n = inflate(out, offset, length);
            if (n > 0) {
                return n;
            }
            if (inflater.finished()) {
                position = end - inflater.getRemaining();
                skip(TRAILER);
                inMember = false;
            } else if (!inflater.needsInput()) {
                throw new ZipException("needs a dictionary");
            } else if (fill()) {
                inflater.setInput(buffer, position, end - position);
            } else {
                throw new EOFException("gzip ends in the middle");
            }
        }
        return 0;
    }

    private int inflate(byte[] out, int offset, int length) throws ZipException {
        try {
            return inflater.inflate(out, offset, length);
        } catch (DataFormatException e) {
            throw new ZipException(e.getMessage());
        }
    }

    private boolean nextMember() throws IOException {
        int id1 = next();
        int id2 = next();
        if (!isMagic(id1, id2)) {
            if (first) {
                throw new ZipException("not gzip");
            }
            return false;
        }
        skip(1);
        int flags = next();
        skip(6);
        if ((flags & HAS_EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & HAS_NAME) != 0) {
            skipText();
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipText();
        }
        if ((flags & HAS_CHECKSUM) != 0) {
            skip(2);
        }
        inflater.reset();
        inflater.setInput(buffer, position, end - position);
        first = false;
        inMember = true;
        return true;
    }

    private void skipText() throws IOException {
        int b = next();
        while (b > 0) {
            b = next();
        }
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes && next() >= 0; i++) {
            // read over
        }
    }

    private int next() throws IOException {
        return position < end || fill() ? buffer[position++] & 0xff : -1;
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
