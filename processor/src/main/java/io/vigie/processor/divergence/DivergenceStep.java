package io.vigie.processor.divergence;

import io.vigie.events.Divergence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares the editions of one text, theme by theme. Pure. */
public final class DivergenceStep {

    /** A text has fewer languages; a group that has more is a page that everybody links to. */
    private static final int MOST_EDITIONS = 32;

    private DivergenceStep() {}

    /** What to remember and what to tell. */
    public record Outcome(EditionGroup group, List<Divergence> divergences) {}

    /** Takes an edition, new or revised, into its group. */
    public static Outcome take(EditionGroup known, Edition edition) {
        List<Edition> editions = new ArrayList<>(known.editions());
        boolean older = editions.stream()
                .anyMatch(other -> other.itemId().equals(edition.itemId()) && other.revision() > edition.revision());
        if (older) {
            return new Outcome(known, List.of());
        }
        editions.removeIf(other -> other.itemId().equals(edition.itemId()));
        Set<String> told = new TreeSet<>(known.told());
        List<Divergence> found = new ArrayList<>();
        for (Edition other : editions) {
            if (edition.isEditionOf(other)) {
                compare(edition, other, told, found);
                compare(other, edition, told, found);
            }
        }
        editions.add(edition);
        int surplus = Math.max(0, editions.size() - MOST_EDITIONS);
        return new Outcome(new EditionGroup(editions.subList(surplus, editions.size()), told), found);
    }

    /** Forgets an edition that was withdrawn. */
    public static EditionGroup without(EditionGroup known, String itemId) {
        return new EditionGroup(
                known.editions().stream()
                        .filter(edition -> !edition.itemId().equals(itemId))
                        .toList(),
                known.told());
    }

    private static void compare(Edition with, Edition without, Set<String> told, List<Divergence> found) {
        for (Map.Entry<String, String> theme : new TreeMap<>(with.themes()).entrySet()) {
            String id = theme.getKey() + "/" + with.itemId() + "/" + without.itemId();
            if (!without.themes().containsKey(theme.getKey()) && told.add(id)) {
                found.add(new Divergence(
                        id,
                        with.storyId(),
                        theme.getKey(),
                        side(with, theme.getValue()),
                        side(without, Counterpart.of(theme.getValue(), with, without)),
                        with.at().isAfter(without.at()) ? with.at() : without.at()));
            }
        }
    }

    private static Divergence.Side side(Edition edition, @org.jspecify.annotations.Nullable String sentence) {
        return new Divergence.Side(
                edition.itemId(),
                edition.revision(),
                edition.outlet(),
                edition.language(),
                edition.headline(),
                edition.url(),
                sentence);
    }
}
