package io.vigie.desk.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;

/**
 * Reads a request's body before anything is answered, without a thread that waits for it. What is answered with a part
 * of the body unread ends the connection under the client's next request (RFC 9112, 9.3): so what is too long is read on
 * and dropped, up to a bound, and beyond that the connection is said to end.
 */
final class BodyReader implements Runnable {

    /** Longest body that is kept. */
    static final int LONGEST = 16 * 1024;

    /** What a body may have before the rest is not even dropped. */
    static final int MOST_READ = 1 << 20;

    private static final long LONGEST_SECONDS = 20;

    private final Request request;
    private final Consumer<Body> then;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long length;

    /** What came of it. */
    sealed interface Body {

        /** It is there, and empty when there is none. */
        @SuppressWarnings("ArrayRecordComponent") // passed on and never compared
        record Whole(byte[] bytes) implements Body {}

        /**
         * It has more than {@link #LONGEST} bytes.
         *
         * @param more whether some of it is still to come
         */
        record TooLong(boolean more) implements Body {}

        /** It was not there in time, or the connection broke off. */
        record Missing(Throwable cause) implements Body {}
    }

    private BodyReader(Request request, Consumer<Body> then) {
        this.request = request;
        this.then = then;
    }

    /**
     * Reads what the client sends.
     *
     * @param then is called once; on this thread when all is there, else on one of the server's
     */
    static void read(Request request, Consumer<Body> then) {
        new BodyReader(request, then).run();
    }

    @Override
    public void run() {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                then.accept(new Body.Missing(chunk.getFailure()));
                return;
            }
            keep(chunk.getByteBuffer());
            boolean last = chunk.isLast();
            chunk.release();
            if (last) {
                then.accept(length > LONGEST ? new Body.TooLong(false) : new Body.Whole(kept.toByteArray()));
                return;
            }
            if (length > MOST_READ) {
                then.accept(new Body.TooLong(true));
                return;
            }
            if (NanoTime.secondsSince(request.getBeginNanoTime()) > LONGEST_SECONDS) {
                then.accept(new Body.Missing(new TimeoutException("the body was not there in time")));
                return;
            }
        }
    }

    private void keep(ByteBuffer bytes) {
        length += bytes.remaining();
        if (length <= LONGEST) {
            byte[] part = new byte[bytes.remaining()];
            bytes.get(part);
            kept.writeBytes(part);
        }
    }
}
