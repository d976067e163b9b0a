package io.vigie.processor.novelty;

import io.vigie.events.Novelty;
import io.vigie.events.PressItem;
import io.vigie.events.PubStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Compares an item with what is known under its id. */
public final class NoveltyStep {

    private NoveltyStep() {}

    /**
     * A verdict and what to remember from now on.
     *
     * @param novelty what the item is
     * @param known to be stored; unchanged for a duplicate
     */
    public record Verdict(Novelty novelty, KnownItem known) {}

    /**
     * Judges one item.
     *
     * <p>A page that comes back after it was withdrawn is a REVISION, even with its old text. A withdrawal of something
     * never seen is a DUPLICATE of nothing: there is nobody to tell.
     *
     * @param known what is remembered under the item's id; {@code null} when nothing is
     */
    public static Verdict judge(@Nullable KnownItem known, PressItem item) {
        boolean withdrawn = item.pubStatus() == PubStatus.CANCELED;
        if (known == null) {
            Novelty novelty = withdrawn ? Novelty.DUPLICATE : Novelty.FIRST;
            return new Verdict(novelty, new KnownItem(1, Substance.hash(item), withdrawn, filedAt(item), null, 0));
        }
        if (withdrawn) {
            return known.withdrawn()
                    ? new Verdict(Novelty.DUPLICATE, known)
                    : new Verdict(
                            Novelty.WITHDRAWN,
                            new KnownItem(
                                    known.revision() + 1,
                                    known.substance(),
                                    true,
                                    known.filedAt(),
                                    known.storyId(),
                                    known.storyAge()));
        }
        String substance = Substance.hash(item);
        if (!known.withdrawn() && substance.equals(known.substance())) {
            return new Verdict(Novelty.DUPLICATE, known);
        }
        return new Verdict(
                Novelty.REVISION,
                new KnownItem(
                        known.revision() + 1, substance, false, known.filedAt(), known.storyId(), known.storyAge()));
    }

    private static Instant filedAt(PressItem item) {
        Instant published = item.datePublished();
        return published == null ? item.detectedAt() : published;
    }
}
