package io.vigie.sink.deliver;

import io.vigie.events.Alert;
import io.vigie.events.Alert.Status;
import io.vigie.events.Surge;
import io.vigie.events.ThemeMatch;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts and surges a channel is told of. An empty set lets all pass.
 *
 * @param themes ids of themes; one of the alert's must be among them
 * @param minScore least score, 0..1, of such a theme
 * @param urgency greatest number of IPTC ninjs urgency, 1..9, so that 9 lets all pass
 * @param languages BCP 47 codes of items
 * @param outlets ids
 * @param countries of outlets
 */
record Route(
        Set<String> themes,
        double minScore,
        int urgency,
        Set<String> languages,
        Set<String> outlets,
        Set<String> countries) {

    Route {
        if (!(minScore >= 0 && minScore <= 1)) {
            throw new IllegalArgumentException("minScore must be 0 to 1, not " + minScore);
        }
        if (urgency < 1 || urgency > 9) {
            throw new IllegalArgumentException("urgency must be 1 (most urgent alerts only) to 9 (all)");
        }
        themes = Set.copyOf(themes);
        languages = Set.copyOf(languages);
        outlets = Set.copyOf(outlets);
        countries = Set.copyOf(countries);
    }

    /** Whether the channel wants to know of the alert for what it says now. */
    boolean wants(Alert alert) {
        return comesFromThere(alert)
                && alert.urgency() <= urgency
                && alert.themes().stream().anyMatch(this::wants);
    }

    /**
     * Whether the surge is one of its themes and, when it wants certain outlets or countries only, theirs. Scores, urgency
     * and languages are an item's and decide nothing here.
     */
    boolean wants(Surge surge) {
        return passes(themes, surge.theme()) && passes(outlets, surge.outlet()) && passes(countries, surge.country());
    }

    /**
     * Whether the alert takes back, as far as this channel is concerned, what an earlier revision may have told it: it is
     * retracted, or has lost what the channel wanted. Whoever was told must hear of it; the queue knows who was.
     */
    boolean losesInterest(Alert alert) {
        boolean takesBack = alert.status() == Status.RETRACTED || (alert.status() == Status.AMENDED && !wants(alert));
        return takesBack && comesFromThere(alert) && hadWantedTheme(alert);
    }

    private boolean hadWantedTheme(Alert alert) {
        return Stream.concat(
                        alert.themes().stream().map(ThemeMatch::theme),
                        alert.history().stream().flatMap(earlier -> earlier.themes().stream()))
                .anyMatch(theme -> passes(themes, theme));
    }

    private boolean comesFromThere(Alert alert) {
        return passes(languages, alert.language())
                && passes(outlets, alert.outlet().id())
                && passes(countries, alert.outlet().country());
    }

    private boolean wants(ThemeMatch match) {
        return passes(themes, match.theme()) && match.score() >= minScore;
    }

    private static boolean passes(Set<String> wanted, @Nullable String value) {
        return wanted.isEmpty() || (value != null && wanted.contains(value));
    }
}
