package io.vigie.ingest.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;

/** Takes the request and never answers. */
public final class Silence implements Behaviour {

    private final CountDownLatch never = new CountDownLatch(1);

    @Override
    public void answer(Request request, OutputStream out) throws IOException {
        try {
            never.await();
        } catch (InterruptedException e) {
            throw new IOException("stopped", e);
        }
    }
}
