package io.vigie.ingest.web;

import java.io.IOException;
import java.io.OutputStream;

/** Sends for ever, as fast as it can. */
public final class EndlessBody implements Behaviour {

    @Override
    public void answer(Request request, OutputStream out) throws IOException {
        Answers.head(out, 200, "Content-Type: text/html");
        byte[] chunk = new byte[64 * 1024];
        while (true) {
            out.write(chunk);
        }
    }
}
