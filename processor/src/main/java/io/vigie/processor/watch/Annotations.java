package io.vigie.processor.watch;

import java.util.Arrays;
import java.util.BitSet;
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

        private void add(int sentenceIndex, int firstWord, int lastWord) {
            sentences.set(sentenceIndex);
            sentence.add(sentenceIndex);
            first.add(firstWord);
            last.add(lastWord);
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

    void add(int concept, int sentence, int firstWord, int lastWord) {
        Places known = places.get(concept);
        if (known == null) {
            known = new Places();
            places.put(concept, known);
        }
        known.add(sentence, firstWord, lastWord);
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
                    left.add(all.sentence(i), all.first(i), all.last(i));
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

    /** Sentences that have the concept; not to be changed. */
    BitSet sentencesOf(int concept) {
        Places found = places.get(concept);
        return found == null ? NOWHERE : found.sentences;
    }
}
