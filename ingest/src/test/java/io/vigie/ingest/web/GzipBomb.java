package io.vigie.ingest.web;

import java.io.IOException;
import java.io.OutputStream;

/** Sends little that unpacks to much, packed as many times as wanted. */
public final class GzipBomb implements Behaviour {

    private final byte[] packed;
    private final String codings;

    /**
     * Makes the bomb.
     *
     * @param size of the body once it is unpacked, in bytes
     * @param layers how many times it is packed
     */
    public GzipBomb(int size, int layers) {
        byte[] body = new byte[size];
        for (int i = 0; i < layers; i++) {
            body = Answers.gzip(body);
        }
        this.packed = body;
        this.codings = String.join(", ", java.util.Collections.nCopies(layers, "gzip"));
    }

    @Override
    public void answer(Request request, OutputStream out) throws IOException {
        Answers.head(out, 200, "Content-Encoding: " + codings, "Content-Length: " + packed.length);
        out.write(packed);
    }
}
