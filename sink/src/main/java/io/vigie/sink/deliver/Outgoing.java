package io.vigie.sink.deliver;

import io.vigie.events.Notice;
import java.time.Instant;
import java.util.List;

/**
 * A message on its way, or about to be.
 *
 * @param bulletin what it says
 * @param attempt 1, or 2 for the repeat
 * @param inDoubt whether the receiver may have it from the first attempt
 * @param notBefore when it may go
 */
record Outgoing(Bulletin bulletin, int attempt, boolean inDoubt, Instant notBefore) {

    static Outgoing first(Bulletin bulletin, Instant now) {
        return new Outgoing(bulletin, 1, false, now);
    }

    /** The only repeat, under the same id. */
    Outgoing repeat(boolean doubt, Instant from) {
        return new Outgoing(bulletin, 2, doubt, from);
    }

    /** The same for receivers, whichever attempt it is. */
    String id() {
        return bulletin.id();
    }

    List<Notice> notices() {
        return bulletin.notices();
    }

    boolean carries(String noticeKey) {
        return bulletin.keys().contains(noticeKey);
    }

    boolean carriesSubject(String subject) {
        return notices().stream().anyMatch(notice -> notice.subject().equals(subject));
    }
}
