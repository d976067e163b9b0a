package io.vigie.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Coverage that left its baseline: a value of {@code vigie.surges}, key = {@link #surgeId()}. One surge has two records
 * under one key, its start and its end, and none in between.
 *
 * @param surgeId {@code scope/start}, for example {@code ukraine-support/country/JP/2025-04-09T10:00:00Z}
 * @param phase whether it begins or is over
 * @param theme id
 * @param outlet id of the outlet whose coverage surges; absent when the surge is a country's or the whole press's
 * @param country of the outlets whose coverage surges; absent when the surge is an outlet's or the whole press's
 * @param start beginning of the hour in which coverage left the baseline, UTC
 * @param end end of the last hour above the baseline, UTC; absent while it lasts
 * @param items in the hours of the surge so far
 * @param expected items that the baseline had led to expect in the hour of {@link #start()}
 * @param threshold items in an hour from which that hour counted as a surge
 */
public record Surge(
        String surgeId,
        Phase phase,
        String theme,
        @Nullable String outlet,
        @Nullable String country,
        Instant start,
        @Nullable Instant end,
        long items,
        double expected,
        double threshold) {

    /** Where a surge is in its life. */
    public enum Phase {
        @JsonProperty("started")
        STARTED,
        @JsonProperty("ended")
        ENDED
    }
}
