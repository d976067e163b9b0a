package io.vigie.events;

import java.time.Instant;

/**
 * How many items of one outlet had one theme in one hour of event time: a value of {@code vigie.coverage}, key =
 * {@link #key()}. Each value replaces the one before it; an hour without items has no record.
 *
 * @param theme id
 * @param outlet who publishes
 * @param hour its beginning, UTC
 * @param items first revisions that had the theme, 1 or more
 */
public record Coverage(String theme, Outlet outlet, Instant hour, long items) {

    /** Key on the topic, for example {@code ukraine-support/otan-fr/2025-04-09T10:00:00Z}. */
    public String key() {
        return theme + "/" + outlet.id() + "/" + hour;
    }
}
