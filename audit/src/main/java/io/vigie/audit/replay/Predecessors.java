package io.vigie.audit.replay;

import io.vigie.events.Alert;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.ThemeMatch;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the replayed alert before this one said, of the items of one partition. Only where it is not what the record says
 * is anything remembered, so that a replay without differences remembers nothing, however long it is.
 *
 * <p>Of a predecessor the decision needs two things: that it was there, and the themes that a retraction carries on.
 */
final class Predecessors {

    /** Themes of the last replayed alert by item id; empty when replay has said nothing of the item, unlike the record. */
    private final Map<String, Optional<List<ThemeMatch>>> unlikeTheRecord = new HashMap<>();

    /**
     * The replayed alert before this one.
     *
     * @param recorded the alert that production raised for this revision; a revision of something that was never told
     *     and has no theme raises none
     */
    @Nullable
    Alert before(ClassifiedItem item, @Nullable Alert recorded, Instant filedAt) {
        Optional<List<ThemeMatch>> known = unlikeTheRecord.get(item.item().id());
        if (known != null) {
            return known.map(themes -> standIn(item, themes, filedAt)).orElse(null);
        }
        return recorded == null || recorded.history().isEmpty() ? null : standIn(item, recorded.themes(), filedAt);
    }

    /** Hears what came of one revision. */
    void remember(String itemId, Verdict verdict, @Nullable List<ThemeMatch> replayed) {
        if (verdict == Verdict.IDENTICAL) {
            unlikeTheRecord.remove(itemId);
        } else {
            unlikeTheRecord.put(itemId, Optional.ofNullable(replayed));
        }
    }

    /** Hears a line of an earlier run. */
    void remember(AlertVerdict line) {
        remember(line.alertId(), line.verdict(), line.raised() ? replayed(line) : null);
    }

    private static List<ThemeMatch> replayed(AlertVerdict line) {
        return line.themes().stream()
                .flatMap(theme -> Optional.ofNullable(theme.replayedScore())
                        .map(score -> new ThemeMatch(theme.theme(), score, theme.replayed()))
                        .stream())
                .toList();
    }

    private static Alert standIn(ClassifiedItem item, List<ThemeMatch> themes, Instant filedAt) {
        return new Alert(
                item.item().id(),
                item.item().id(),
                item.revision() - 1,
                Alert.Status.NEW,
                item.item().uri(),
                item.item().headline(),
                "",
                item.item().byline(),
                item.classification().language(),
                item.item().outlet(),
                item.item().datePublished(),
                item.item().detectedAt(),
                filedAt,
                themes,
                List.of(),
                null,
                item.storyId(),
                item.classification().ruleset(),
                item.provenance(),
                Map.of());
    }
}
