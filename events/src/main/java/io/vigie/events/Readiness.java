package io.vigie.events;

/** Whether a component does its work right now and, when it does not, why. */
public sealed interface Readiness {

    /** It works. */
    record Ready() implements Readiness {}

    /**
     * It does not.
     *
     * @param why one line for people, without secrets, for example {@code Elasticsearch: Connection refused}
     */
    record NotReady(String why) implements Readiness {}

    static Readiness ready() {
        return new Ready();
    }

    static Readiness notReady(String why) {
        return new NotReady(why);
    }
}
