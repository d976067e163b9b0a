package io.vigie.processor.novelty;

import io.vigie.events.PressItem;
import io.vigie.events.RevisionDiff;
import io.vigie.processor.text.Sentences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What changed between two texts of one item, sentence by sentence. Pure. */
public final class TextChange {

    private TextChange() {}

    /**
     * Compares two texts as bags of sentences: a sentence that moved is no change, one that stands twice now is.
     *
     * @param before {@link #text(PressItem)} of the earlier revision; {@code null} when it is no longer kept
     * @param after the later one
     * @return without themes, which are for the caller to compare
     */
    public static RevisionDiff between(@Nullable String before, PressItem after) {
        if (before == null) {
            return new RevisionDiff(List.of(), List.of(), 0, 0, List.of(), List.of(), true);
        }
        Map<String, String> old = sentences(before, after.language());
        Map<String, String> now = sentences(text(after), after.language());
        List<String> added = missing(now, old);
        List<String> removed = missing(old, now);
        return new RevisionDiff(
                first(added),
                first(removed),
                Math.max(0, added.size() - RevisionDiff.LONGEST),
                Math.max(0, removed.size() - RevisionDiff.LONGEST),
                List.of(),
                List.of(),
                false);
    }

    /** What of an item is compared: the headline, then the body, lines that are mere counters left out. */
    public static String text(PressItem item) {
        return item.headline() + "\n" + item.body();
    }

    /** Sentences as printed, by their folded form with a running number. */
    private static Map<String, String> sentences(String text, @Nullable String language) {
        Map<String, String> sentences = new LinkedHashMap<>();
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (String line : (Iterable<String>) text.lines().filter(Substance::isSubstance)::iterator) {
            for (String sentence : Sentences.of(line, language)) {
                String folded = Substance.fold(sentence);
                sentences.put(folded + '\n' + seen.merge(folded, 1, Integer::sum), sentence);
            }
        }
        return sentences;
    }

    private static List<String> missing(Map<String, String> from, Map<String, String> in) {
        List<String> missing = new ArrayList<>();
        from.forEach((folded, sentence) -> {
            if (!in.containsKey(folded)) {
                missing.add(sentence);
            }
        });
        return missing;
    }

    private static List<String> first(List<String> sentences) {
        return sentences.subList(0, Math.min(sentences.size(), RevisionDiff.LONGEST));
    }
}
