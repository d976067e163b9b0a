package io.vigie.sink.deliver;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether a receiver is worth asking. The methods are the only legal transitions: a closed circuit opens after several
 * failures in a row, an open one lets a single message through when its pause is over, and that message closes it or
 * opens it for twice as long.
 */
sealed interface Circuit {

    int FAILURES_TO_OPEN = 3;
    Duration FIRST_PAUSE = Duration.ofSeconds(20);
    Duration LONGEST_PAUSE = Duration.ofHours(1);

    static Circuit closed() {
        return new Closed(0);
    }

    /** When the next message may be tried; in the past when it may now. */
    Instant permitsAt();

    default Circuit succeeded() {
        return new Closed(0);
    }

    Circuit failed(Instant now);

    /** It is clear that another attempt makes no sense yet. */
    Circuit open(Instant now);

    /** The receiver said that it is gone; somebody has to mend the address. */
    default Circuit gone(Instant now) {
        return new Open(now.plus(LONGEST_PAUSE), LONGEST_PAUSE);
    }

    /** Messages go through. */
    record Closed(int failures) implements Circuit {

        @Override
        public Instant permitsAt() {
            return Instant.MIN;
        }

        @Override
        public Circuit failed(Instant now) {
            return failures + 1 < FAILURES_TO_OPEN ? new Closed(failures + 1) : open(now);
        }

        @Override
        public Circuit open(Instant now) {
            return new Open(now.plus(FIRST_PAUSE), FIRST_PAUSE);
        }
    }

    /** Nothing goes through until {@code until}; then one message does. */
    record Open(Instant until, Duration pause) implements Circuit {

        @Override
        public Instant permitsAt() {
            return until;
        }

        @Override
        public Circuit failed(Instant now) {
            return open(now);
        }

        @Override
        public Circuit open(Instant now) {
            Duration twice = pause.multipliedBy(2);
            Duration next = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
            return new Open(now.plus(next), next);
        }
    }
}
