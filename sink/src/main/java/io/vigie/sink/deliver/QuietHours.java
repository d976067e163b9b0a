package io.vigie.sink.deliver;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Hours of the day in which a channel is left in peace; what comes in them waits for their end.
 *
 * <p>Example: from 22:00 to 06:30 in Europe/Paris; an end before the start is on the next day.
 *
 * @param from start, inclusive
 * @param to end, exclusive, not the same as the start
 * @param zone whose clock is meant
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours from " + from + " to " + to + " would never end");
        }
    }

    boolean covers(Instant moment) {
        LocalTime time = moment.atZone(zone).toLocalTime();
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }
}
