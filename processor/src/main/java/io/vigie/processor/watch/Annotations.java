package io.vigie.processor.watch;

import io.vigie.events.Evidence.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which concepts of a {@link Lexicon} stand where in one item. Filled by {@link Annotator}, then only read. */
final class Annotations {

    /** Words of two sentences are at least so far apart: further than any rule looks. */
    static final int SENTENCE_GAP = 1_000;

    private static final BitSet NOWHERE = new BitSet(0);

    private final List<Sentence> sentences;
    private final ConceptMap<Places> places = new ConceptMap<>();

    Annotations(List<Sentence> sentences) {
        this.sentences = sentences;
    }

    /** Where one concept stands, in reading order. */
    static final class Places {

        private final BitSet sentences = new BitSet();
        private final IntBuffer sentence = new IntBuffer();
        private final IntBuffer first = new IntBuffer();
        private final IntBuffer last = new IntBuffer();
        private final IntBuffer start = new IntBuffer();
        private final IntBuffer end = new IntBuffer();

        private void add(int sentenceIndex, int firstWord, int lastWord, int from, int to) {
            sentences.set(sentenceIndex);
            sentence.add(sentenceIndex);
            first.add(firstWord);
            last.add(lastWord);
            start.add(from);
            end.add(to);
        }

        int size() {
            return first.size();
        }

        int sentence(int index) {
            return sentence.get(index);
        }

        /** Number of its first word in the item, sentences being {@value #SENTENCE_GAP} apart. */
        int first(int index) {
            return first.get(index);
        }

        int last(int index) {
            return last.get(index);
        }

        private boolean overlaps(int from, int to) {
            for (int i = 0; i < size(); i++) {
                if (first(i) <= to && from <= last(i)) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * Notes that a concept stands somewhere.
     *
     * @param start offset of its first UTF-16 unit in the field of the sentence
     * @param end offset behind its last one
     */
    void add(int concept, int sentence, int firstWord, int lastWord, int start, int end) {
        Places known = places.get(concept);
        if (known == null) {
            known = new Places();
            places.put(concept, known);
        }
        known.add(sentence, firstWord, lastWord, start, end);
    }

    /** Takes away what stands where its list says that it does not count. */
    void exclude(Map<Integer, Integer> exclusions) {
        exclusions.forEach((concept, exclusion) -> {
            Places excluded = places.get(exclusion);
            Places all = excluded == null ? null : places.get(concept);
            if (excluded == null || all == null) {
                return;
            }
            Places left = new Places();
            for (int i = 0; i < all.size(); i++) {
                if (!excluded.overlaps(all.first(i), all.last(i))) {
                    left.add(all.sentence(i), all.first(i), all.last(i), all.start.get(i), all.end.get(i));
                }
            }
            places.put(concept, left);
        });
    }

    List<Sentence> sentences() {
        return sentences;
    }

    /** Every concept that stands somewhere, in no order. */
    int[] concepts() {
        return Arrays.stream(places.keys())
                .filter(concept -> places(concept) != null)
                .toArray();
    }

    /** Where a concept stands; absent when nowhere. */
    @Nullable
    Places places(int concept) {
        Places found = places.get(concept);
        return found == null || found.size() == 0 ? null : found;
    }

    /** The words of a sentence that a condition asks for, offsets from its beginning: in order, without overlap. */
    List<Mark> marks(Condition condition, int index) {
        Sentence sentence = sentences.get(index);
        List<Mark> all = new ArrayList<>();
        condition.asked().forEach(concept -> {
            Places found = places.get(concept);
            for (int i = 0; found != null && i < found.size(); i++) {
                int end = Math.min(found.end.get(i), sentence.end());
                if (found.sentence(i) == index && found.start.get(i) < end) {
                    all.add(new Mark(found.start.get(i) - sentence.start(), end - sentence.start()));
                }
            }
        });
        all.sort(Comparator.comparingInt(Mark::start));
        List<Mark> apart = new ArrayList<>();
        for (Mark mark : all) {
            int last = apart.size() - 1;
            if (last >= 0 && mark.start() < apart.get(last).end()) {
                Mark before = apart.get(last);
                apart.set(last, new Mark(before.start(), Math.max(before.end(), mark.end())));
            } else {
                apart.add(mark);
            }
        }
        return apart;
    }

    /** Sentences that have the concept; not to be changed. */
    BitSet sentencesOf(int concept) {
        Places found = places.get(concept);
        return found == null ? NOWHERE : found.sentences;
    }
}
