package io.vigie.processor.story;

import java.time.Instant;
import java.util.List;
import java.util.Set;
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
record Fingerprint(
        String itemId, @Nullable Instant at, String language, int[] copies, List<Clue> clues, Set<Integer> days) {

    Fingerprint {
        clues = List.copyOf(clues);
        days = Set.copyOf(days);
    }
}
