package io.vigie.ingest.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How often a source is looked at: twice as often after a look that found something, more slowly after one that did not,
 * between a minute and what its definition says. A source that fails is asked ever more rarely, and never given up.
 */
final class Pace {

    private static final Duration FASTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST_BACKOFF = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 6;
    private static final double JITTER = 0.1;

    private Pace() {}

    /**
     * The next pace.
     *
     * @param pace so far; absent after the first look, which finds everything new and tells nothing
     * @param every the slowest
     */
    static Duration next(@Nullable Duration pace, Duration every, boolean foundNew) {
        if (pace == null) {
            return every;
        }
        Duration fastest = shorter(FASTEST, every);
        Duration wanted = foundNew ? pace.dividedBy(2) : pace.multipliedBy(3).dividedBy(2);
        return wanted.compareTo(fastest) < 0 ? fastest : shorter(wanted, every);
    }

    /**
     * When to look again.
     *
     * @param failures looks that failed in a row
     * @param wish of the server; absent when it has none
     */
    static Instant nextPoll(Duration pace, int failures, @Nullable Duration wish, Instant now, RandomGenerator random) {
        Duration longest = pace.compareTo(LONGEST_BACKOFF) > 0 ? pace : LONGEST_BACKOFF;
        Duration pause = failures == 0 ? pace : pace.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration bounded = shorter(pause, longest);
        Duration wished = wish != null && wish.compareTo(bounded) > 0 ? wish : bounded;
        // Later rather than earlier than the server wishes; sources that began together drift apart.
        double factor = 1 + (wish == null ? JITTER * (random.nextDouble() - 0.5) : JITTER * random.nextDouble());
        return now.plusMillis((long) (wished.toMillis() * factor));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
