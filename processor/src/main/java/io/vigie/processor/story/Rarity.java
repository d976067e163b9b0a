package io.vigie.processor.story;

import java.util.HashMap;
import java.util.Map;

/**
 * How much a clue tells: the logarithm of how seldom the items of the window hold it (inverse document frequency, Spärck
 * Jones 1972), smoothed by what is known of its {@link Kind} beforehand, so that an index of ten items does not think every
 * word rare. Not thread-safe.
 */
final class Rarity {

    /** Items that the prior knowledge of a kind is worth. */
    private static final double PRIOR_ITEMS = 150;

    private final Map<Long, Integer> holders = new HashMap<>();
    private int items;

    void count(Fingerprint item) {
        items++;
        item.clues().forEach(clue -> holders.merge(clue.key(), 1, Integer::sum));
    }

    void forget(Fingerprint item) {
        items--;
        item.clues().forEach(clue -> holders.computeIfPresent(clue.key(), (key, n) -> n == 1 ? null : n - 1));
    }

    /** In nats: 0 for what every item holds, about 5 for what one in 150 holds. */
    double of(Clue clue) {
        double counted = Math.max(0, holders.getOrDefault(clue.key(), 0) - 1);
        double share = (counted + clue.kind().prior() * PRIOR_ITEMS) / (items + PRIOR_ITEMS);
        return -Math.log(Math.min(1, share));
    }
}
