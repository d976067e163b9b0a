package io.vigie.ingest.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;

/** Speaks another language. */
public final class NotHttp implements Behaviour {

    @Override
    public void answer(Request request, OutputStream out) throws IOException {
        out.write("220 mail.example ESMTP ready\r\n\r\n".getBytes(ISO_8859_1));
    }
}
