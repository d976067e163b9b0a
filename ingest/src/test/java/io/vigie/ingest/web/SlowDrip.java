package io.vigie.ingest.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sends one byte at a time, often enough that no read ever times out. */
public final class SlowDrip implements Behaviour {

    private final CountDownLatch never = new CountDownLatch(1);

    @Override
    public void answer(Request request, OutputStream out) throws IOException {
        Answers.head(out, 200, "Content-Type: text/html");
        try {
            while (!never.await(20, TimeUnit.MILLISECONDS)) {
                out.write('x');
                out.flush();
            }
        } catch (InterruptedException e) {
            throw new IOException("stopped", e);
        }
    }
}
