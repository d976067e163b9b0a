package io.vigie.audit.replay;

import io.vigie.events.Alert;
import io.vigie.events.Classification;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.Novelty;
import io.vigie.events.PressItem;
import io.vigie.processor.alert.AlertStep;
import io.vigie.processor.watch.Classifier;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps of production, applied to one item again. Pure. */
public final class Rejudgement {

    private Rejudgement() {}

    /**
     * What a rule set says of an item; of one that was withdrawn nothing, as in production, because it has no text.
     *
     * @param ruleset hash of the set that the classifier was made of
     */
    public static Classification classify(PressItem item, Novelty novelty, Classifier classifier, String ruleset) {
        return novelty == Novelty.WITHDRAWN
                ? new Classification(ruleset, Objects.requireNonNullElse(item.language(), "und"), List.of(), List.of())
                : classifier.classify(item);
    }

    /** The record with another classification. */
    public static ClassifiedItem with(ClassifiedItem recorded, PressItem item, Classification classification) {
        return new ClassifiedItem(
                item,
                recorded.revision(),
                recorded.novelty(),
                classification,
                recorded.storyId(),
                recorded.provenance(),
                recorded.classifiedAt());
    }

    /** The alert, if anybody is to be told. */
    public static Optional<Alert> alert(@Nullable Alert previous, ClassifiedItem classified, Instant filedAt) {
        return AlertStep.raise(previous, classified, filedAt, null);
    }

    /** An item's place in time where no alert has it: as if this were its first revision. */
    public static Instant filedAt(PressItem item) {
        return Objects.requireNonNullElse(item.datePublished(), item.detectedAt());
    }
}
