package io.vigie.ingest.watch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a page is read again. Press offices edit quietly, mostly soon after they publish: a page is visited at the pace
 * of its source first, then each time a quarter of its age later, for a month; conditional requests keep that cheap.
 * With {@code every: 10m} that is some 35 requests in all.
 */
final class Revisits {

    static final Duration HORIZON = Duration.ofDays(30);

    private static final int QUARTER = 4;
    private static final int FORTIETH = 40;
    private static final int MOST_DOUBLINGS = 8;
    private static final Duration LONGEST_BACKOFF = Duration.ofHours(12);

    private Revisits() {}

    /** After a visit that went well; absent when the page is left alone from now on. */
    static @Nullable Instant afterSuccess(Instant firstSeen, Duration every, Instant now) {
        Duration age = Duration.between(firstSeen, now);
        if (age.compareTo(HORIZON) > 0) {
            return null;
        }
        return now.plus(longer(every, age.dividedBy(QUARTER)));
    }

    /**
     * After a visit that failed.
     *
     * @param failures in a row, 1 or more
     * @param wish of the server; absent when it has none
     */
    static Instant afterFailure(int failures, Duration every, @Nullable Duration wish, Instant now) {
        Duration pause = every.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration bounded = pause.compareTo(longer(every, LONGEST_BACKOFF)) > 0 ? longer(every, LONGEST_BACKOFF) : pause;
        return now.plus(wish == null ? bounded : longer(bounded, wish));
    }

    /**
     * When discovery gives another date than before. At once, in general; but some feeds date everything "now" at each
     * poll, and they must not have their pages fetched at each poll.
     */
    static Instant afterRedating(Instant firstSeen, @Nullable Instant lastRead, Duration every, Instant now) {
        if (lastRead == null) {
            return now;
        }
        Duration age = Duration.between(firstSeen, now);
        Instant earliest = lastRead.plus(longer(every, age.dividedBy(FORTIETH)));
        return earliest.isAfter(now) ? earliest : now;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
