package io.vigie.cli.terminal;

import io.vigie.events.Alert;
import io.vigie.events.ThemeMatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table: an alert as it arrives.
 *
 * @param at when the page was read
 * @param status new, amended or retracted
 * @param revision of the item
 * @param outlet name for people, as its source states it
 * @param language BCP 47
 * @param headline as scraped: hostile until rendered
 * @param themes with evidence; those it had when retracted
 * @param toSearchable from publication until it was found in the index; absent when not measured
 */
public record AlertRow(
        Instant at,
        Alert.Status status,
        int revision,
        String outlet,
        String language,
        String headline,
        List<ThemeMatch> themes,
        @Nullable Duration toSearchable) {

    public AlertRow {
        themes = List.copyOf(themes);
    }

    /**
     * The row of an alert.
     *
     * @param toSearchable from publication until it was found in the index; {@code null} when not measured
     */
    public static AlertRow of(Alert alert, @Nullable Duration toSearchable) {
        return new AlertRow(
                alert.detectedAt(),
                alert.status(),
                alert.revision(),
                alert.outlet().name(),
                alert.language(),
                alert.headline(),
                alert.themes(),
                toSearchable);
    }
}
