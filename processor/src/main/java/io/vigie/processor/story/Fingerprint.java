package io.vigie.processor.story;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an item to recognise its story.
 *
 * @param itemId the item
 * @param at when it was published or, if not stated, detected; {@code null} when neither is known
 * @param language primary subtag, such as {@code fr}; empty when unknown
 * @param copies {@link MinHash} signature of its words
 * @param clues sorted by key
 * @param days of a leap year that it names, 1..366
 */
public record Fingerprint(
        String itemId, @Nullable Instant at, String language, int[] copies, List<Clue> clues, Set<Integer> days) {

    public Fingerprint {
        clues = ClueList.of(clues);
        days = Set.copyOf(days);
    }

    /**
     * Keys under which items of one story meet: hashes of the clues that the text makes most of, the same in every language.
     * Two items are compared when they share one, so that an index can be divided by them. How many of each kind is a
     * compromise: with all of them pairwise F1 on the development set is 0.970, with these at most
     * {@value #MOST_ROUTES} it is 0.966.
     *
     * @return at most {@value #MOST_ROUTES}, distinct, in the order of {@link Kind}; empty for a text without words
     */
    public long[] routes() {
        return Stream.of(
                        strongest(Kind.NAME, 4),
                        strongest(Kind.FIGURE, 2),
                        strongest(Kind.WORD, 1),
                        strongest(Kind.COPY, 1))
                .flatMapToLong(keys -> keys)
                .distinct()
                .toArray();
    }

    /** See {@link #routes()}. */
    public static final int MOST_ROUTES = 8;

    /** The clues as they are kept. */
    ClueList columns() {
        return (ClueList) clues;
    }

    private LongStream strongest(Kind kind, int most) {
        return clues.stream()
                .filter(clue -> clue.kind() == kind)
                .sorted(Comparator.comparingDouble(Clue::weight).reversed().thenComparingLong(Clue::key))
                .limit(most)
                .mapToLong(Clue::key);
    }
}
