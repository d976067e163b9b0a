package io.vigie.sink.elastic;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How many alerts there are: over time by theme, and by who published them.
 *
 * @param total alerts that pass the filter; one with two themes counts once
 * @param slots from the first that has an alert to the last, without gaps; one with two themes counts in both
 * @param themes by theme id
 * @param outlets by outlet id, most first, {@value #MOST_SHARES} at most
 * @param countries by country, most first
 * @param languages by language, most first
 */
public record Coverage(
        long total,
        List<Slot> slots,
        List<Share> themes,
        List<Share> outlets,
        List<Share> countries,
        List<Share> languages) {

    /** More outlets, countries or languages than this are not told apart. */
    public static final int MOST_SHARES = 100;

    /**
     * A stretch of time.
     *
     * @param from its beginning, inclusive; it ends where the next one begins
     * @param total alerts detected in it
     * @param themes alerts detected in it, by theme id; a theme without any is left out
     */
    public record Slot(Instant from, long total, Map<String, Long> themes) {

        public Slot {
            themes = Map.copyOf(themes);
        }
    }

    /**
     * One value and its alerts.
     *
     * @param id for filters
     * @param name for people; the id when there is no other
     * @param alerts how many
     */
    public record Share(String id, String name, long alerts) {}

    public Coverage {
        slots = List.copyOf(slots);
        themes = List.copyOf(themes);
        outlets = List.copyOf(outlets);
        countries = List.copyOf(countries);
        languages = List.copyOf(languages);
    }

    /** Nothing was found. */
    public static Coverage none() {
        return new Coverage(0, List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
