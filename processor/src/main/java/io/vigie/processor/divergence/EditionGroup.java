package io.vigie.processor.divergence;

import java.util.List;
import java.util.Set;

/**
 * Editions that name each other: a value of the store {@code editions}.
 *
 * @param editions the newest revision of each, those published last at the end
 * @param told ids of the divergences that were told
 */
public record EditionGroup(List<Edition> editions, Set<String> told) {

    /** Nothing is known. */
    public static final EditionGroup EMPTY = new EditionGroup(List.of(), Set.of());

    public EditionGroup {
        editions = List.copyOf(editions);
        told = Set.copyOf(told);
    }
}
