package io.vigie.ingest.web;

import java.io.IOException;
import java.io.OutputStream;

/** How a server answers one request. */
public interface Behaviour {

    /**
     * Writes an answer, status line and headers included, as raw as it likes.
     *
     * @throws IOException when the client has gone, which ends the misbehaviour
     */
    void answer(Request request, OutputStream out) throws IOException;
}
