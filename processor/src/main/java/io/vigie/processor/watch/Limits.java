package io.vigie.processor.watch;

import java.time.Duration;

/**
 * What one item may cost.
 *
 * @param characters of headline and of body that are read, UTF-16 units each; more is left unread and said so
 * @param time after which work on an item stops with a partial result that says so
 * @param evidence sentences per theme at most
 */
public record Limits(int characters, Duration time, int evidence) {

    /** 256 Ki characters, 2 seconds, 5 sentences. */
    public static final Limits DEFAULT = new Limits(256 * 1024, Duration.ofSeconds(2), 5);

    public Limits {
        if (characters < 1 || evidence < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("limits must be above 0: " + characters + ", " + time + ", " + evidence);
        }
    }
}
