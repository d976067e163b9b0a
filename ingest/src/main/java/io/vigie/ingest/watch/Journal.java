package io.vigie.ingest.watch;

/** Where changes become true. */
public interface Journal {

    /**
     * Makes a change true, whole or not at all. Blocks until it is.
     *
     * @throws RefusedException when this change can never be written; others still can
     * @throws JournalException when it is not known whether it was written: everything in memory is then void and must be
     *     read again
     */
    void commit(Change change) throws JournalException, RefusedException;

    /** The journal can no longer be written by this instance. */
    final class JournalException extends Exception {

        private static final long serialVersionUID = 1L;

        public JournalException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** This change is too large to be written. */
    final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        public RefusedException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
