package io.vigie.ingest.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Watches an HTTP/2 connection for header blocks without measure. A block goes on over any number of {@code CONTINUATION}
 * frames (RFC 9113, 6.10), and the client's library gathers all of it in memory before anybody can look at it; so frames
 * are counted here, before the library sees them.
 */
final class HeaderBlockLimit extends FilterInputStream {

    /** What the library takes of HTTP/1.1 headers, too. */
    static final int MOST_BYTES = 256 * 1024;

    private static final int FRAME_HEADER = 9;
    private static final int HEADERS = 1;
    private static final int PUSH_PROMISE = 5;
    private static final int CONTINUATION = 9;

    private final byte[] header = new byte[FRAME_HEADER];
    private int headerRead;
    private int payloadLeft;
    private long block;

    HeaderBlockLimit(InputStream connection) {
        super(connection);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        int at = offset;
        while (at < offset + n) {
            at += pass(buffer, at, offset + n - at);
        }
        return n;
    }

    /** Takes note of some of the next {@code count} bytes, and says of how many. */
    private int pass(byte[] buffer, int at, int count) throws FetchException {
        if (payloadLeft > 0) {
            int passed = Math.min(payloadLeft, count);
            payloadLeft -= passed;
            return passed;
        }
        header[headerRead++] = buffer[at];
        if (headerRead == FRAME_HEADER) {
            headerRead = 0;
            payloadLeft = (header[0] & 0xff) << 16 | (header[1] & 0xff) << 8 | (header[2] & 0xff);
            frame(header[3]);
        }
        return 1;
    }

    private void frame(int type) throws FetchException {
        if (type == HEADERS || type == PUSH_PROMISE) {
            block = payloadLeft;
        } else if (type == CONTINUATION) {
            block += payloadLeft;
        }
        if (block > MOST_BYTES) {
            throw new FetchException(FetchFailure.PROTOCOL, "headers of more than " + MOST_BYTES + " bytes");
        }
    }
}
