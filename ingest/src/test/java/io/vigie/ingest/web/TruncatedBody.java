package io.vigie.ingest.web;

import java.io.IOException;
import java.io.OutputStream;

/** Promises more bytes than it sends. */
public final class TruncatedBody implements Behaviour {

    @Override
    public void answer(Request request, OutputStream out) throws IOException {
        Answers.head(out, 200, "Content-Type: text/html", "Content-Length: 1000");
        out.write(new byte[10]);
    }
}
