package io.vigie.ingest.discover;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The bytes of a document, gzip files ({@code sitemap.xml.gz}) unpacked on the way. A stream that is broken or goes on
 * beyond the limit ends there.
 */
final class Body extends FilterInputStream {

    /** Five times what the sitemap protocol allows for one file; it costs time, not memory. */
    private static final long LONGEST = 256L * 1024 * 1024;

    private static final int MOST_LAYERS = 2;

    private long left = LONGEST;

    private Body(InputStream in) {
        super(in);
    }

    static InputStream of(byte[] document) throws IOException {
        InputStream in = new ByteArrayInputStream(document);
        for (int layer = 0; layer < MOST_LAYERS; layer++) {
            in = unpacked(in);
        }
        return new Body(in);
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        InputStream peekable = in.markSupported() ? in : new java.io.BufferedInputStream(in);
        peekable.mark(2);
        boolean gzip = peekable.read() == 0x1f && peekable.read() == 0x8b;
        peekable.reset();
        if (!gzip) {
            return peekable;
        }
        try {
            return new GZIPInputStream(peekable, 16 * 1024);
        } catch (EOFException | ZipException e) {
            return InputStream.nullInputStream();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left <= 0) {
            return -1;
        }
        try {
            int n = super.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(0, n);
            return n;
        } catch (EOFException | ZipException e) {
            left = 0;
            return -1;
        }
    }
}
