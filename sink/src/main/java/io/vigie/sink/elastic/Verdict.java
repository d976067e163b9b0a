package io.vigie.sink.elastic;

/** What came of one alert in one attempt to write it. */
sealed interface Verdict {

    /** Nothing more is to be done for the alert, and its offset may be given back. */
    default boolean isFinal() {
        return !(this instanceof Retriable);
    }

    /** It is in the index. */
    record Stored() implements Verdict {}

    /** The index knows as much or more: a replay, or a revision older than the stored one. */
    record Stale() implements Verdict {}

    /**
     * It will never be taken.
     *
     * @param cause the server's error type or an exception's class
     * @param message of the error
     */
    record Rejected(String cause, String message) implements Verdict {}

    /**
     * It was not taken now.
     *
     * @param reason one line for people
     * @param blame whose fault it seems to be
     */
    record Retriable(String reason, Blame blame) implements Verdict {}

    /** Whose fault a failure seems to be. */
    enum Blame {
        /** The cluster's: retried for as long as it takes. */
        CLUSTER,
        /** Possibly the document's: a server error that nothing explains. Retried a few times only. */
        UNCLEAR
    }

    Verdict STORED = new Stored();
    Verdict STALE = new Stale();

    static Verdict away(String reason) {
        return new Retriable(reason, Blame.CLUSTER);
    }
}
