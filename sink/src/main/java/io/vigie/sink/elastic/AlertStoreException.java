package io.vigie.sink.elastic;

/** The store could not answer; the message says why, in one line without secrets. */
public final class AlertStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AlertStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
