package io.vigie.sink.elastic;

import io.vigie.events.Alert;
import io.vigie.events.RevisionDiff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it stood at a past moment: what had been read by then.
 *
 * @param document as it stands now
 * @param earlier what the revision of then said; absent when the newest revision is that of then. Of an earlier one neither
 *     text, evidence nor scores are kept.
 */
public record AlertState(AlertDocument document, Alert.@Nullable Earlier earlier) {

    /**
     * The state at a moment; empty when the item had not been read by then, or so many revisions ago that none of them is
     * kept ({@link Alert#LONGEST_HISTORY}).
     *
     * @param moment what was read at it is known
     */
    public static Optional<AlertState> of(AlertDocument document, Instant moment) {
        if (!document.detectedAt().isAfter(moment)) {
            return Optional.of(new AlertState(document, null));
        }
        return document.history().stream()
                .filter(revision -> !revision.detectedAt().isAfter(moment))
                .reduce((older, newer) -> newer)
                .map(revision -> new AlertState(document, revision));
    }

    public int revision() {
        return earlier == null ? document.revision() : earlier.revision();
    }

    public Alert.Status status() {
        return earlier == null ? document.status() : earlier.status();
    }

    public String headline() {
        return earlier == null ? document.headline() : earlier.headline();
    }

    /** Ids. */
    public List<String> themes() {
        return earlier == null
                ? document.themes().stream()
                        .map(AlertDocument.ThemeScore::theme)
                        .toList()
                : earlier.themes();
    }

    /** When the revision of then was read. */
    public Instant detectedAt() {
        return earlier == null ? document.detectedAt() : earlier.detectedAt();
    }

    /** What the revision of then changed; absent as in {@link Alert.Earlier#diff()}. */
    public @Nullable RevisionDiff diff() {
        return earlier == null ? document.diff() : earlier.diff();
    }

    /** What had been said before then, oldest first. */
    public List<Alert.Earlier> history() {
        return document.history().stream()
                .filter(before -> before.revision() < revision())
                .toList();
    }

    /** Whether it passed the parts of a filter that a revision may change. */
    boolean passes(AlertFilter filter) {
        String theme = filter.theme();
        Instant from = filter.from();
        Instant to = filter.to();
        return (theme == null || themes().contains(theme))
                && (filter.status() == null || filter.status() == status())
                && (from == null || !detectedAt().isBefore(from))
                && (to == null || detectedAt().isBefore(to));
    }
}
