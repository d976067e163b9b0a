package io.vigie.ingest.fetch;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import okhttp3.brotli.Brotli;
import okio.Okio;

/**
 * Reads a body and takes its content codings off (RFC 9110, 8.4), each layer under the same limits, so that neither a
 * bomb nor a bomb in a bomb gets further than one buffer.
 */
final class BodyReader {

    /** gzip of the most repetitive honest pages stays below 60; deflate's physical limit is 1032. */
    private static final int LARGEST_RATIO = 100;

    private static final long RATIO_COUNTS_FROM = 1024 * 1024;
    private static final int MOST_LAYERS = 2;
    private static final int CHUNK = 16 * 1024;
    private static final int PIECE = 256 * 1024;

    private BodyReader() {}

    /** Is told before more than a small body is read, and throws when there is no room for it. */
    interface Room {
        void makeForLargeBody() throws IOException;
    }

    /**
     * The whole body, decoded.
     *
     * @param codings value of {@code Content-Encoding}, in the order in which they were put on; empty when absent
     * @param room asked once, when the body turns out to be larger than {@link BodyRoom#SMALL}
     * @throws FetchException when it is larger than {@code limit}, a bomb, or in a coding that was not asked for
     */
    static byte[] whole(InputStream wire, List<String> codings, long limit, Room room) throws IOException {
        InputStream in = decoded(wire, codings, limit);
        byte[] beginning = in.readNBytes(BodyRoom.SMALL);
        if (beginning.length < BodyRoom.SMALL) {
            return beginning;
        }
        room.makeForLargeBody();
        List<byte[]> pieces = new ArrayList<>(List.of(beginning));
        int length = beginning.length;
        for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
            pieces.add(piece);
            length += piece.length;
        }
        ByteBuffer whole = ByteBuffer.allocate(length);
        pieces.forEach(whole::put);
        return whole.array();
    }

    /** As much of the decoded body as {@code limit} allows; the rest is left unread. */
    static byte[] beginning(InputStream wire, List<String> codings, int limit) throws IOException {
        return decoded(wire, codings, Long.MAX_VALUE).readNBytes(limit);
    }

    private static InputStream decoded(InputStream wire, List<String> codings, long limit) throws IOException {
        List<String> layers = known(codings);
        if (layers.size() > MOST_LAYERS) {
            throw new FetchException(FetchFailure.BAD_ENCODING, layers.size() + " content codings, one over another");
        }
        Counted sent = new Counted(wire, limit, null);
        InputStream body = sent;
        for (int i = layers.size() - 1; i >= 0; i--) {
            body = new Counted(undo(layers.get(i), new BufferedInputStream(body, CHUNK)), limit, sent);
        }
        return body;
    }

    private static List<String> known(List<String> headers) throws FetchException {
        List<String> layers = new ArrayList<>();
        for (String header : headers) {
            for (String token : header.split(",", -1)) {
                String coding = token.strip().toLowerCase(Locale.ROOT);
                switch (coding) {
                    case "gzip", "x-gzip" -> layers.add("gzip");
                    case "deflate", "br" -> layers.add(coding);
                    case "zstd", "compress", "x-compress", "dcb", "dcz" ->
                        throw new FetchException(FetchFailure.BAD_ENCODING, "coding " + coding + " was not asked for");
                    default -> {
                        // "identity", and what servers write there by mistake, such as a charset: browsers ignore it
                        // too.
                    }
                }
            }
        }
        return layers;
    }

    private static InputStream undo(String coding, BufferedInputStream in) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        if (first < 0) {
            return in; // an empty body is empty in every coding
        }
        return switch (coding) {
            // Servers that announce gzip and send plain text exist.
            case "gzip" -> Gunzip.isMagic(first, second) ? new Gunzip(in) : in;
            // "deflate" means zlib, but some send the bare stream.
            case "deflate" ->
                isZlib(first, second) ? new InflaterInputStream(in) : new InflaterInputStream(in, new Inflater(true));
            default ->
                Okio.buffer(Brotli.INSTANCE.decompress(Okio.buffer(Okio.source(in))))
                        .inputStream();
        };
    }

    private static boolean isZlib(int first, int second) {
        return (first & 0x0f) == 8 && second >= 0 && (first << 8 | second) % 31 == 0;
    }

    /** Counts, and stops at the limits. */
    private static final class Counted extends FilterInputStream {

        private final long limit;
        private final @org.jspecify.annotations.Nullable Counted wire;
        private long count;

        Counted(InputStream in, long limit, @org.jspecify.annotations.Nullable Counted wire) {
            super(in);
            this.limit = limit;
            this.wire = wire;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) {
                add(1);
            }
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            if (n > 0) {
                add(n);
            }
            return n;
        }

        private void add(int n) throws FetchException {
            count += n;
            if (wire != null && count > RATIO_COUNTS_FROM && count > wire.count * LARGEST_RATIO) {
                throw new FetchException(
                        FetchFailure.DECOMPRESSION_BOMB,
                        "unpacks to more than " + LARGEST_RATIO + " times what was sent");
            }
            if (count > limit) {
                throw new FetchException(FetchFailure.TOO_LARGE, "larger than " + limit + " bytes");
            }
        }
    }
}
