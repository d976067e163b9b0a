package io.vigie.ingest.scrape.date;

import java.time.OffsetDateTime;

/**
 * A date that stands in a text.
 *
 * @param at in the zone the text states, else UTC; 00:00 when it states no time
 * @param from where it begins in the text
 * @param to where it ends, exclusive
 * @param timed whether the text states a time of day
 */
public record FoundDate(OffsetDateTime at, int from, int to, boolean timed) {}
