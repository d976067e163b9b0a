package io.vigie.sink.deliver;

import io.vigie.events.Delivery;
import io.vigie.events.Delivery.State;
import io.vigie.events.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what one channel is told, and when. It does no I/O and knows no clock: the caller passes the time in, sends
 * what comes out, and brings back the answer. Not thread-safe.
 *
 * <p>At most one message is on its way. A message is posted twice at most: after the second attempt its alerts are
 * delivered, or {@link State#UNCONFIRMED} when the receiver may have them, or wait for a digest when it said that it has
 * not. An attempt that never reached the receiver does not count.
 */
final class ChannelQueue {

    /** Old news is not delivered. */
    static final Duration EXPIRY = Duration.ofHours(24);

    /** A backlog whose last message would wait longer than this is told in one digest. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration REPEAT_AFTER = Duration.ofSeconds(5);

    private final Channel channel;
    private final Backlog backlog = new Backlog();
    private final Memory memory = new Memory();
    private TokenBucket bucket;
    private Circuit circuit = Circuit.closed();
    private @Nullable Outgoing inFlight;
    private @Nullable Outgoing repeat;

    ChannelQueue(Channel channel) {
        this.channel = channel;
        this.bucket = TokenBucket.full(channel.rate());
    }

    /** Takes up what the ledger says of earlier days, oldest line first. */
    void recall(Delivery line) {
        memory.recall(line);
    }

    /** Takes up an alert or a surge. What comes back needs no message. */
    List<Outcome> offer(Notice notice, Instant now) {
        if (memory.isSettled(notice.key()) || backlog.has(notice.key()) || isOnItsWay(notice.key())) {
            return List.of();
        }
        List<Outcome> outcomes = new ArrayList<>();
        boolean withdraws = Backlog.withdraws(notice);
        for (Notice other : backlog.revisions(notice.subject())) {
            if (other.revision() > notice.revision()) {
                return List.of(suppress(notice, "a later revision waits", now));
            }
            backlog.remove(other.key());
            outcomes.add(
                    suppress(other, withdraws ? "withdrawn before it was told" : "replaced by a later revision", now));
        }
        if (withdraws && !memory.knows(notice.subject()) && !isSubjectOnItsWay(notice.subject())) {
            outcomes.add(suppress(notice, "what it withdraws was never told", now));
        } else {
            backlog.add(notice);
        }
        return outcomes;
    }

    /**
     * Takes up a message that an earlier run posted, or may have posted, without learning what came of it.
     *
     * @param line its last line in the ledger
     * @return the end of it, when it was the repeat already
     */
    List<Outcome> resume(Delivery line, Instant now) {
        List<Notice> found = line.notices().stream()
                .map(backlog::remove)
                .filter(Objects::nonNull)
                .toList();
        Delivery.Kind kind = line.kind();
        if (found.isEmpty() || kind == null) {
            return List.of();
        }
        Bulletin bulletin = new Bulletin(kind, found);
        if (repeat != null) {
            // Two open messages of one channel cannot be, but the second must not vanish if they are.
            return unconfirmed(new Outgoing(bulletin, line.attempt(), true, now), null, "interrupted", now);
        }
        return doubtful(new Outgoing(bulletin, line.attempt(), line.attempt() > 1, now), null, "interrupted", now);
    }

    /** The next message, when there is one and it may go. */
    Optional<Outgoing> next(Instant now) {
        if (inFlight != null || circuit.permitsAt().isAfter(now) || !bucket.isReady(now) || isQuiet(now)) {
            return Optional.empty();
        }
        Outgoing waiting = repeat;
        if (waiting != null) {
            return waiting.notBefore().isAfter(now) ? Optional.empty() : Optional.of(depart(waiting, now));
        }
        Instant patience = now.plus(PATIENCE);
        return backlog.take(memory, messages -> !bucket.readyFor(messages, now).isAfter(patience), now)
                .map(bulletin -> depart(Outgoing.first(bulletin, now), now));
    }

    private boolean isQuiet(Instant now) {
        QuietHours quiet = channel.quiet();
        return quiet != null && quiet.covers(now);
    }

    private Outgoing depart(Outgoing outgoing, Instant now) {
        bucket = bucket.take(now);
        repeat = null;
        inFlight = outgoing;
        return outgoing;
    }

    /** Brings back what came of the message on its way. */
    List<Outcome> answered(Answer answer, Instant now) {
        Outgoing sent = inFlight;
        if (sent == null) {
            throw new IllegalStateException("no message is on its way");
        }
        inFlight = null;
        circuit = answer.appliedTo(circuit, now);
        if (answer instanceof Answer.Accepted accepted) {
            memory.told(sent.bulletin(), now);
            return List.of(settle(sent, State.DELIVERED, accepted.status(), null, now));
        }
        if (answer instanceof Answer.Refused refused) {
            return List.of(settle(sent, State.REFUSED, refused.status(), refused.reason(), now));
        }
        if (answer instanceof Answer.Doubtful doubtful) {
            return doubtful(sent, doubtful.status(), doubtful.reason(), now);
        }
        if (answer instanceof Answer.Throttled throttled) {
            return throttled(sent, throttled, now);
        }
        if (answer instanceof Answer.Gone gone) {
            return notReached(sent, gone.status(), gone.reason());
        }
        return notReached(sent, null, ((Answer.Unreached) answer).reason());
    }

    private List<Outcome> doubtful(Outgoing sent, @Nullable Integer status, String reason, Instant now) {
        if (sent.attempt() > 1) {
            return unconfirmed(sent, status, reason, now);
        }
        repeat = sent.repeat(true, now.plus(REPEAT_AFTER));
        return List.of(Outcome.of(sent, State.DOUBTFUL, status, reason));
    }

    private List<Outcome> unconfirmed(Outgoing sent, @Nullable Integer status, String reason, Instant now) {
        memory.told(sent.bulletin(), now);
        return List.of(settle(sent, State.UNCONFIRMED, status, reason, now));
    }

    /** It goes once more after the pause; then its alerts wait for a digest, and the receiver is left in peace. */
    private List<Outcome> throttled(Outgoing sent, Answer.Throttled throttled, Instant now) {
        Instant pauseEnds = now.plus(throttled.pause());
        bucket = bucket.pausedUntil(pauseEnds);
        if (sent.inDoubt()) {
            return unconfirmed(sent, throttled.status(), "throttled after doubt", now);
        }
        if (sent.attempt() == 1) {
            repeat = sent.repeat(false, pauseEnds);
        } else {
            circuit = circuit.open(now);
            backlog.putBack(sent.notices(), true);
        }
        return List.of(Outcome.of(sent, State.DEFERRED, throttled.status(), "throttled"));
    }

    /** What is in doubt stays the message that it is; the rest may be told in another way later. */
    private List<Outcome> notReached(Outgoing sent, @Nullable Integer status, String reason) {
        if (sent.inDoubt()) {
            repeat = sent;
        } else {
            backlog.putBack(sent.notices(), false);
        }
        return List.of(Outcome.of(sent, State.DEFERRED, status, reason));
    }

    private Outcome settle(Outgoing sent, State state, @Nullable Integer status, @Nullable String reason, Instant now) {
        sent.bulletin().keys().forEach(key -> memory.settle(key, now));
        return Outcome.of(sent, state, status, reason);
    }

    private Outcome suppress(Notice notice, String reason, Instant now) {
        memory.settle(notice.key(), now);
        return Outcome.without(notice, State.SUPPRESSED, reason);
    }

    /** Gives up what has waited too long, and forgets what was told too long ago. */
    List<Outcome> expire(Instant now) {
        memory.forget(now);
        Instant oldest = now.minus(EXPIRY);
        List<Outcome> outcomes = new ArrayList<>();
        for (Notice notice : backlog.takeOlderThan(oldest)) {
            memory.settle(notice.key(), now);
            outcomes.add(Outcome.without(notice, State.EXPIRED, "the receiver is away"));
        }
        Outgoing waiting = repeat;
        if (waiting != null && waiting.bulletin().first().routedAt().isBefore(oldest)) {
            repeat = null;
            State end = waiting.inDoubt() ? State.UNCONFIRMED : State.EXPIRED;
            outcomes.add(settle(waiting, end, null, "the receiver is away", now));
        }
        return outcomes;
    }

    boolean isSending() {
        return inFlight != null;
    }

    /** Alerts whose fate is open. */
    int open() {
        int repeated = repeat == null ? 0 : repeat.notices().size();
        int sending = inFlight == null ? 0 : inFlight.notices().size();
        return backlog.size() + repeated + sending;
    }

    boolean isSettled(String noticeKey) {
        return memory.isSettled(noticeKey);
    }

    /** When the channel is tried again; absent while its circuit is closed. */
    @Nullable
    Instant pausedUntil() {
        return circuit instanceof Circuit.Open open ? open.until() : null;
    }

    private boolean isOnItsWay(String key) {
        return (inFlight != null && inFlight.carries(key)) || (repeat != null && repeat.carries(key));
    }

    private boolean isSubjectOnItsWay(String subject) {
        return (inFlight != null && inFlight.carriesSubject(subject))
                || (repeat != null && repeat.carriesSubject(subject));
    }
}
