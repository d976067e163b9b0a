package io.vigie.ingest.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;

/** One header of 10 MB. */
public final class HugeHeader implements Behaviour {

    @Override
    public void answer(Request request, OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\nX-Filler: ".getBytes(ISO_8859_1));
        byte[] chunk = "x".repeat(100_000).getBytes(ISO_8859_1);
        for (int i = 0; i < 100; i++) {
            out.write(chunk);
        }
        out.write("\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1));
    }
}
