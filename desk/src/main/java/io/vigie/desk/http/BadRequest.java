package io.vigie.desk.http;

/** The caller asked for something that makes no sense; the message says what, for the caller to read. */
public final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadRequest(String message) {
        super(message);
    }
}
