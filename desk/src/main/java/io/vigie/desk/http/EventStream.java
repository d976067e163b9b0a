package io.vigie.desk.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * One open answer of type {@code text/event-stream} (WHATWG HTML, 9.2). Sending never waits: what the client has not
 * taken yet is kept up to a bound, and a client that falls behind it is cut off; it comes back and resumes. Thread-safe.
 */
public final class EventStream {

    /** What waits for a client at most, in bytes. */
    static final int MOST_WAITING = 1 << 20;

    private final Response response;
    private final Callback done;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private final List<Runnable> whenClosed = new ArrayList<>();
    private int waitingBytes;
    private boolean writing;
    private boolean closed;

    EventStream(Response response, Callback done) {
        this.response = response;
        this.done = done;
        response.getRequest().addFailureListener(failure -> close());
    }

    /**
     * Sends whole events.
     *
     * @param frame UTF-8, ends with an empty line; must not be changed afterwards
     */
    public void send(byte[] frame) {
        synchronized (this) {
            if (closed) {
                return;
            }
            if (waitingBytes + frame.length <= MOST_WAITING) {
                waiting.add(frame);
                waitingBytes += frame.length;
                writeNext();
                return;
            }
        }
        close();
    }

    /** Runs when the connection ends, whoever ends it; at once when it has ended. */
    public void onClose(Runnable action) {
        synchronized (this) {
            if (!closed) {
                whenClosed.add(action);
                return;
            }
        }
        action.run();
    }

    public void close() {
        List<Runnable> actions;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            waiting.clear();
            actions = List.copyOf(whenClosed);
        }
        actions.forEach(Runnable::run);
        done.failed(new java.io.EOFException("event stream closed"));
    }

    private void writeNext() {
        if (writing || closed || waiting.isEmpty()) {
            return;
        }
        writing = true;
        ByteArrayOutputStream all = new ByteArrayOutputStream(waitingBytes);
        for (byte[] frame = waiting.poll(); frame != null; frame = waiting.poll()) {
            all.writeBytes(frame);
        }
        waitingBytes = 0;
        response.write(false, ByteBuffer.wrap(all.toByteArray()), Callback.from(this::written, failure -> close()));
    }

    private synchronized void written() {
        writing = false;
        writeNext();
    }
}
