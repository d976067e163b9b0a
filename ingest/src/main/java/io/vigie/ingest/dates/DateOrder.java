package io.vigie.ingest.dates;

/** How to read {@code 3/4/2025} where nothing else tells. */
public enum DateOrder {
    DAY_FIRST,
    /** As in the United States. */
    MONTH_FIRST
}
