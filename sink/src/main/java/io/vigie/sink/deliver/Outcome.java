package io.vigie.sink.deliver;

import io.vigie.events.Delivery;
import io.vigie.events.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of alerts: what the ledger is told.
 *
 * @param id of the message, or of the notice when there was no message
 * @param kind of message; absent when there was none
 * @param notices that this is about
 * @param state of them
 * @param attempt 1, 2, or 0 when there was none
 * @param status of the answer; absent when there was none
 * @param reason one line; absent when all is well
 */
record Outcome(
        String id,
        Delivery.@Nullable Kind kind,
        List<Notice> notices,
        Delivery.State state,
        int attempt,
        @Nullable Integer status,
        @Nullable String reason) {

    Outcome {
        notices = List.copyOf(notices);
    }

    static Outcome of(Outgoing sent, Delivery.State state, @Nullable Integer status, @Nullable String reason) {
        return new Outcome(sent.id(), sent.bulletin().kind(), sent.notices(), state, sent.attempt(), status, reason);
    }

    /** A notice that no message is made for. */
    static Outcome without(Notice notice, Delivery.State state, String reason) {
        return new Outcome(notice.key(), null, List.of(notice), state, 0, null, reason);
    }
}
