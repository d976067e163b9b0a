package io.vigie.processor.time;

import io.vigie.events.PressItem;
import java.time.Duration;
import java.time.Instant;

/**
 * When an item happened. Publishers state all sorts of dates: a feed without dates says 1970, a calendar of events says next
 * year, a broken template 2099. One such record must not move stream time, because everything behind it would be late.
 */
public final class EventTime {

    /** Nothing on the web is older than the web. */
    private static final Instant EARLIEST = Instant.parse("1993-04-30T00:00:00Z");

    /** What two clocks and a rounded minute may differ by. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private EventTime() {}

    /**
     * The date of publication where it makes sense, else when the page was read. Never later than {@code written} and ten
     * minutes, so that an instance whose clock is wrong cannot move stream time either.
     *
     * @param written when the record was written
     */
    public static Instant of(PressItem item, Instant written) {
        Instant limit = written.plus(AHEAD);
        Instant seen =
                item.detectedAt().isAfter(limit) || item.detectedAt().isBefore(EARLIEST) ? written : item.detectedAt();
        Instant stated = item.datePublished();
        if (stated == null || stated.isBefore(EARLIEST) || stated.isAfter(seen.plus(AHEAD))) {
            return seen;
        }
        return stated;
    }
}
