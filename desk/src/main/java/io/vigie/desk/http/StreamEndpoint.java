package io.vigie.desk.http;

/** Answers a call with a stream of events. */
public interface StreamEndpoint {

    /** Whether the call is taken, or why not. */
    sealed interface Decision {

        /** It is not. */
        record Refused(Reply reply) implements Decision {}

        /** It is; this is called once the headers are set. */
        record Taken(java.util.function.Consumer<EventStream> begin) implements Decision {}
    }

    Decision open(Call call);
}
