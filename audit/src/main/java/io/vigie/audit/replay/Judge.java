package io.vigie.audit.replay;

import io.vigie.events.Alert;
import io.vigie.events.Classification;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.PressItem;
import io.vigie.processor.watch.Classifier;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges one item again, in two steps: {@link #classify} costs the time and needs nothing but the item, so that many
 * threads can do it; {@link #compare} needs what came before and is done in order.
 */
final class Judge {

    private final ReplayRequest request;
    private final Classifiers classifiers;

    Judge(ReplayRequest request, Classifiers classifiers) {
        this.request = request;
        this.classifiers = classifiers;
    }

    /** How far judging an item can go. */
    enum State {
        JUDGED,
        /** The rule set of its time is gone. */
        UNPROVEN,
        /** Production left no record of it. */
        SILENT
    }

    /**
     * An item with its new classification.
     *
     * @param classification absent unless judged
     */
    record Judged(State state, ItemRecord record, @Nullable Classification classification) {}

    /**
     * What came of it.
     *
     * @param line absent when neither record nor replay alerts
     * @param replayed absent when replay does not alert
     */
    record Outcome(@Nullable AlertVerdict line, @Nullable Alert replayed) {}

    Judged classify(ItemRecord record) {
        PressItem item = record.item();
        ClassifiedItem recorded = record.classified();
        if (recorded == null || item == null) {
            return new Judged(State.SILENT, record, null);
        }
        String ruleset = rulesFor(recorded);
        Optional<Classifier> classifier = classifiers.of(ruleset, request.rules());
        return classifier
                .map(rules -> new Judged(
                        State.JUDGED, record, Rejudgement.classify(item, recorded.novelty(), rules, ruleset)))
                .orElseGet(() -> new Judged(State.UNPROVEN, record, null));
    }

    private String rulesFor(ClassifiedItem recorded) {
        return request.rules() == null
                ? recorded.classification().ruleset()
                : request.rules().hash();
    }

    Outcome compare(int partition, Judged judged, Predecessors predecessors) {
        PressItem item = present(judged.record().item());
        ClassifiedItem recorded = present(judged.record().classified());
        Alert alert = judged.record().alert();
        if (judged.classification() == null) {
            return new Outcome(line(partition, judged.record().offset(), recorded, alert, unproven(recorded)), null);
        }
        Instant filedAt = alert == null ? Rejudgement.filedAt(item) : alert.filedAt();
        ClassifiedItem replayed = Rejudgement.with(recorded, item, judged.classification());
        Alert raised = Rejudgement.alert(predecessors.before(recorded, alert, filedAt), replayed, filedAt)
                .orElse(null);
        Comparison comparison = Comparison.of(alert, raised, request.rules() == null);
        if (!item.equals(recorded.item())) {
            comparison = comparison.with("item: the record was made of another text than stands on the item topic");
        }
        if (alert == null && raised == null && comparison.verdict() == Verdict.IDENTICAL) {
            return new Outcome(null, null);
        }
        predecessors.remember(item.id(), comparison.verdict(), raised == null ? null : raised.themes());
        return new Outcome(line(partition, judged.record().offset(), recorded, alert, comparison), raised);
    }

    Silent silent(int partition, Judged judged) {
        PressItem item = judged.record().item();
        return new Silent(
                partition,
                judged.record().offset(),
                item == null ? null : item.id(),
                judged.record().last());
    }

    /** The line of an item that was lost. */
    static AlertVerdict missing(Silent item) {
        return new AlertVerdict(
                Verdict.MISSING,
                item.id() == null ? "" : item.id(),
                0,
                item.partition(),
                item.offset(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of("record: production took this item and left neither a record nor a dead letter"));
    }

    private static Comparison unproven(ClassifiedItem recorded) {
        return new Comparison(
                Verdict.UNPROVEN,
                List.of(),
                List.of("ruleset: " + recorded.classification().ruleset() + " is not on the topic"));
    }

    private static AlertVerdict line(
            int partition, long offset, ClassifiedItem recorded, @Nullable Alert alert, Comparison comparison) {
        PressItem item = recorded.item();
        return new AlertVerdict(
                comparison.verdict(),
                item.id(),
                recorded.revision(),
                partition,
                offset,
                item.outlet(),
                alert == null ? recorded.classification().language() : alert.language(),
                item.uri(),
                item.headline(),
                item.detectedAt(),
                recorded.classification().ruleset(),
                comparison.themes(),
                comparison.differences());
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("only items with a record are compared");
        }
        return value;
    }
}
