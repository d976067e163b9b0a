package io.vigie.sink;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential backoff with full jitter: the n-th pause is drawn evenly from zero to {@code first * 2^n}, never above
 * {@code longest}, so that many clients that failed together do not come back together.
 *
 * @param first bound of the first pause, more than zero
 * @param longest bound of every pause, at least {@code first}
 * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Exponential Backoff And
 *     Jitter</a>
 */
public record Backoff(Duration first, Duration longest) {

    private static final int LARGEST_SHIFT = 20;

    /** 200 ms, doubled up to 15 s. */
    public static final Backoff STANDARD = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(15));

    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("backoff must start above zero and end at its start or later");
        }
    }

    /**
     * The pause before an attempt.
     *
     * @param failures in a row so far, at least 1
     */
    public Duration pause(int failures, RandomGenerator random) {
        long bound = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures - 1, LARGEST_SHIFT));
        return Duration.ofMillis(random.nextLong(bound + 1));
    }
}
