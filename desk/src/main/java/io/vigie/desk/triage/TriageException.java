package io.vigie.desk.triage;

/** A decision was not written; the message says why in one line. */
public final class TriageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TriageException(String message, Throwable cause) {
        super(message, cause);
    }
}
