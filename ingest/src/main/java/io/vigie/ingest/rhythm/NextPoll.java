package io.vigie.ingest.rhythm;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a source is due again, after a look that succeeded or did not. */
public final class NextPoll {

    /** A source in trouble is asked this often at the least: it is never given up. */
    private static final Duration LONGEST_BACKOFF = Duration.ofHours(1);

    private static final int MOST_DOUBLINGS = 10;
    private static final double JITTER = 0.1;

    private NextPoll() {}

    /**
     * The instant of the next look.
     *
     * <p>From the second failure in a row on, each doubles the pause, up to an hour, or to {@code pause} where that is longer:
     * a single one is mostly over at the next look. What the server wishes is never cut short. Sources that began together drift apart, each by its own constant share of the pause: the
     * same source, state and time always give the same answer, on whatever instance.
     *
     * @param pause {@link PollRhythm#pause}
     * @param failures looks that failed, in a row; 0 after one that succeeded
     * @param retryAfter how long the server wants to be left alone; absent when it did not say
     */
    public static Instant after(
            Instant now, String sourceId, Duration pause, int failures, @Nullable Duration retryAfter) {
        Duration backedOff = longer(pause, shorter(doubled(pause, failures), LONGEST_BACKOFF));
        double share = share(sourceId);
        if (retryAfter != null && retryAfter.compareTo(backedOff) > 0) {
            return now.plus(scaled(retryAfter, 1 + JITTER * share)); // later, never sooner
        }
        Instant next = now.plus(scaled(backedOff, 1 + JITTER * (share - 0.5)));
        Instant wished = retryAfter == null ? now : now.plus(retryAfter);
        return next.isBefore(wished) ? wished : next;
    }

    private static Duration doubled(Duration pause, int failures) {
        return pause.multipliedBy(1L << Math.min(Math.max(0, failures - 1), MOST_DOUBLINGS));
    }

    /** 0 to 1, spread evenly over ids: FNV-1a, finished as in MurmurHash3, since ids differ in their last letters only. */
    private static double share(String sourceId) {
        int hash = 0x811c9dc5;
        for (int i = 0; i < sourceId.length(); i++) {
            hash = (hash ^ sourceId.charAt(i)) * 0x01000193;
        }
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        return Integer.toUnsignedLong(hash ^ (hash >>> 16)) / (double) (1L << 32);
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofMillis((long) (duration.toMillis() * factor));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
