package io.vigie.sink.deliver;

import java.time.Duration;
import java.time.Instant;

/**
 * A token bucket as a value: how much may be sent now, and when the next message may.
 *
 * @param rate that fills it
 * @param fullAt when it will be full, or has been since; every token taken moves it one interval on
 */
record TokenBucket(Rate rate, Instant fullAt) {

    static TokenBucket full(Rate rate) {
        return new TokenBucket(rate, Instant.EPOCH);
    }

    /** When a token is there. */
    Instant readyAt() {
        return fullAt.minus(rate.interval().multipliedBy(rate.burst() - 1L));
    }

    boolean isReady(Instant now) {
        return !readyAt().isAfter(now);
    }

    /** When the last of so many messages could go, if they went from now on. */
    Instant readyFor(int messages, Instant now) {
        Instant from = fullAt.isAfter(now) ? fullAt : now;
        return from.plus(rate.interval().multipliedBy((long) messages - rate.burst()));
    }

    /** One token less. */
    TokenBucket take(Instant now) {
        Instant from = fullAt.isAfter(now) ? fullAt : now;
        return new TokenBucket(rate, from.plus(rate.interval()));
    }

    /** Empty until that moment: the receiver asked for a pause. */
    TokenBucket pausedUntil(Instant moment) {
        Duration behind = rate.interval().multipliedBy(rate.burst() - 1L);
        Instant full = moment.plus(behind);
        return full.isAfter(fullAt) ? new TokenBucket(rate, full) : this;
    }
}
