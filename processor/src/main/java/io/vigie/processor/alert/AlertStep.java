package io.vigie.processor.alert;

import io.vigie.events.Alert;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.Novelty;
import io.vigie.events.PressItem;
import io.vigie.events.RevisionDiff;
import io.vigie.events.ThemeMatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Derives the alert of a classified item from the one before it. */
public final class AlertStep {

    private AlertStep() {}

    /**
     * Decides on one item.
     *
     * @param previous the last alert of the same item; {@code null} when it never raised one
     * @param classified the item now
     * @param filedAt the item's place in time
     * @param diff what the revision changed, without themes; {@code null} for a first revision and for a withdrawal
     * @return empty when nobody needs to be told
     */
    public static Optional<Alert> raise(
            @Nullable Alert previous, ClassifiedItem classified, Instant filedAt, @Nullable RevisionDiff diff) {
        boolean withdrawn = classified.novelty() == Novelty.WITHDRAWN;
        List<ThemeMatch> themes = classified.classification().themes();
        if (previous == null && (withdrawn || themes.isEmpty())) {
            return Optional.empty();
        }
        PressItem item = classified.item();
        return Optional.of(new Alert(
                item.id(),
                item.id(),
                classified.revision(),
                status(classified.novelty()),
                item.uri(),
                item.headline(),
                item.body(),
                item.byline(),
                classified.classification().language(),
                item.outlet(),
                item.datePublished(),
                item.detectedAt(),
                filedAt,
                withdrawn && previous != null ? previous.themes() : themes,
                history(previous),
                diff == null || withdrawn ? null : withThemes(diff, previous, themes),
                classified.storyId(),
                classified.classification().ruleset(),
                classified.provenance(),
                latency(item, classified.classifiedAt())));
    }

    private static Alert.Status status(Novelty novelty) {
        return switch (novelty) {
            case FIRST -> Alert.Status.NEW;
            case REVISION, DUPLICATE -> Alert.Status.AMENDED;
            case WITHDRAWN -> Alert.Status.RETRACTED;
        };
    }

    private static RevisionDiff withThemes(RevisionDiff diff, @Nullable Alert previous, List<ThemeMatch> themes) {
        Set<String> before =
                previous == null || previous.status() == Alert.Status.RETRACTED ? Set.of() : ids(previous.themes());
        Set<String> now = ids(themes);
        return new RevisionDiff(
                diff.sentencesAdded(),
                diff.sentencesRemoved(),
                diff.moreAdded(),
                diff.moreRemoved(),
                missing(now, before),
                missing(before, now),
                diff.partial());
    }

    private static Set<String> ids(List<ThemeMatch> themes) {
        return themes.stream().map(ThemeMatch::theme).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> missing(Set<String> from, Set<String> in) {
        return from.stream().filter(theme -> !in.contains(theme)).toList();
    }

    private static List<Alert.Earlier> history(@Nullable Alert previous) {
        if (previous == null) {
            return List.of();
        }
        RevisionDiff diff = previous.diff();
        List<Alert.Earlier> history = new ArrayList<>(previous.history());
        history.add(new Alert.Earlier(
                previous.revision(),
                previous.status(),
                previous.headline(),
                previous.themes().stream().map(ThemeMatch::theme).toList(),
                previous.detectedAt(),
                diff == null ? null : diff.shortened()));
        return history.subList(Math.max(0, history.size() - Alert.LONGEST_HISTORY), history.size());
    }

    private static Map<String, Long> latency(PressItem item, Instant classifiedAt) {
        Instant start = Alert.latencyStart(item.datePublished(), item.detectedAt());
        return Map.of(
                "seen", item.detectedAt().toEpochMilli() - start.toEpochMilli(),
                "classified", classifiedAt.toEpochMilli() - start.toEpochMilli());
    }
}
