package io.vigie.audit.replay;

import io.vigie.events.Alert;
import io.vigie.events.Classification;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.PressItem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Judges one item again, in two steps: {@link #classify} costs the time and needs nothing but the item, so that many
 * threads can do it; {@link #compare} needs what came before and is done in order.
 */
final class Judge {

    private final ReplayRequest request;
    private final Classifiers classifiers;
    private final Reextraction pages = new Reextraction();

    Judge(ReplayRequest request, Classifiers classifiers) {
        this.request = request;
        this.classifiers = classifiers;
    }

    /** How far judging an item can go. */
    enum State {
        JUDGED,
        /** The rule set of its time is gone, or the page that it was read from. */
        UNPROVEN,
        /** Production left no record of it. */
        SILENT
    }

    /**
     * An item with its new classification.
     *
     * @param item that was judged: as it stands on its topic, or as its page gives it now; absent when it cannot be read
     * @param extraction what the page now says otherwise; absent when it was not read
     * @param classification absent unless judged
     */
    record Judged(
            State state,
            ItemRecord record,
            @Nullable PressItem item,
            @Nullable List<FieldDifference> extraction,
            @Nullable Classification classification) {}

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
            return new Judged(State.SILENT, record, item, null, null);
        }
        if (request.stage() == Stage.CLASSIFY || item.snapshot() == null) {
            return classify(record, recorded, item, null);
        }
        if (record.page() == null) {
            return new Judged(State.UNPROVEN, record, item, null, null);
        }
        Reextraction.Reread reread = pages.read(item, recorded, record.page());
        return classify(record, recorded, reread.item(), reread.differences());
    }

    private Judged classify(
            ItemRecord record, ClassifiedItem recorded, PressItem item, @Nullable List<FieldDifference> extraction) {
        String ruleset = rulesFor(recorded);
        return classifiers
                .of(ruleset, request.rules())
                .map(rules -> new Judged(
                        State.JUDGED,
                        record,
                        item,
                        extraction,
                        Rejudgement.classify(item, recorded.novelty(), rules, ruleset)))
                .orElseGet(() -> new Judged(State.UNPROVEN, record, item, extraction, null));
    }

    private String rulesFor(ClassifiedItem recorded) {
        return request.rules() == null
                ? recorded.classification().ruleset()
                : request.rules().hash();
    }

    Outcome compare(int partition, Judged judged, Predecessors predecessors) {
        PressItem item = present(judged.item());
        ClassifiedItem recorded = present(judged.record().classified());
        Alert alert = judged.record().alert();
        if (judged.classification() == null) {
            return new Outcome(line(partition, judged, recorded, unproven(judged, recorded), false), null);
        }
        Instant filedAt = alert == null ? Rejudgement.filedAt(item) : alert.filedAt();
        ClassifiedItem replayed = Rejudgement.with(recorded, item, judged.classification());
        Alert raised = Rejudgement.alert(predecessors.before(recorded, alert, filedAt), replayed, filedAt)
                .orElse(null);
        Comparison comparison = Comparison.of(alert, raised, request.rules() == null);
        if (!present(judged.record().item()).equals(recorded.item())) {
            comparison = comparison.with("item: the record was made of another text than stands on the item topic");
        }
        if (judged.extraction() != null && !judged.extraction().isEmpty()) {
            comparison = comparison.changed();
        }
        if (alert == null && raised == null && comparison.verdict() == Verdict.IDENTICAL) {
            return new Outcome(null, null);
        }
        predecessors.remember(item.id(), comparison.verdict(), raised == null ? null : raised.themes());
        return new Outcome(line(partition, judged, recorded, comparison, raised != null), raised);
    }

    Silent silent(int partition, Judged judged) {
        PressItem item = judged.record().item();
        return new Silent(
                partition,
                judged.record().offset(),
                judged.record().writtenAt(),
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
                false,
                List.of(),
                List.of("record: production took this item and left neither a record nor a dead letter"),
                List.of());
    }

    private Comparison unproven(Judged judged, ClassifiedItem recorded) {
        boolean noPage = request.stage() == Stage.EXTRACT && judged.extraction() == null;
        String why = noPage
                ? "page: " + present(judged.item()).snapshot() + " is no longer kept"
                : "ruleset: " + recorded.classification().ruleset() + " is not on the topic";
        return new Comparison(Verdict.UNPROVEN, List.of(), List.of(why));
    }

    private static AlertVerdict line(
            int partition, Judged judged, ClassifiedItem recorded, Comparison comparison, boolean raised) {
        PressItem item = recorded.item();
        Alert alert = judged.record().alert();
        return new AlertVerdict(
                comparison.verdict(),
                item.id(),
                recorded.revision(),
                partition,
                judged.record().offset(),
                item.outlet(),
                alert == null ? recorded.classification().language() : alert.language(),
                item.uri(),
                item.headline(),
                item.detectedAt(),
                recorded.classification().ruleset(),
                raised,
                comparison.themes(),
                comparison.differences(),
                Objects.requireNonNullElse(judged.extraction(), List.of()));
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("only items with a record are compared");
        }
        return value;
    }
}
