package io.vigie.embedded;

import org.jspecify.annotations.Nullable;

/**
 * A server that cannot start here and now. The message is one line for the operator: what, which path or port, and
 * the remedy, for example {@code port 9092 on 127.0.0.1 is taken; stop the other program or set kafka.port: 0}.
 */
public final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartException(String message) {
        this(message, null);
    }

    StartException(String message, @Nullable Throwable cause) {
        super(message.replaceAll("\\s*\\R\\s*", " "), cause);
    }

    /** Any other failure of a server's own start: its last cause says most in one line. */
    static StartException of(String server, Throwable failure) {
        if (failure instanceof StartException known) {
            return known;
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new StartException(server + " did not start: " + root, failure);
    }
}
