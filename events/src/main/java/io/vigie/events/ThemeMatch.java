package io.vigie.events;

import java.util.List;

/**
 * A theme that an item has.
 *
 * @param theme id, for example {@code ukraine-support}
 * @param score 0..1, at or above the theme's threshold
 * @param evidence best first, at least one
 */
public record ThemeMatch(String theme, double score, List<Evidence> evidence) {

    public ThemeMatch {
        evidence = List.copyOf(evidence);
    }
}
