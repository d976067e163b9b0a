package io.vigie.ingest.dates;

/** How to read {@code 3/4/2025} where nothing else tells. */
public enum DateOrder {
    DAY_FIRST,
    /** As in the United States. */
    MONTH_FIRST,
    /** As in East Asia and Hungary: {@code 25.04.03} is 3 April 2025. */
    YEAR_FIRST
}
