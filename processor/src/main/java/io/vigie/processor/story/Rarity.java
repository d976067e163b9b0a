package io.vigie.processor.story;

/**
 * How much a clue tells: the logarithm of how seldom the items of the window hold it (inverse document frequency, Spärck
 * Jones 1972), smoothed by what is known of its {@link Kind} beforehand, so that an index of ten items does not think every
 * word rare.
 *
 * <p>Counts are kept in a sketch of fixed size (count-min, Cormode and Muthukrishnan 2005), which never counts too few: a
 * window of a million items needs two megabytes like one of ten. Not thread-safe.
 */
final class Rarity {

    /** Items that the prior knowledge of a kind is worth. */
    private static final double PRIOR_ITEMS = 150;

    private static final int ROWS = 4;
    private static final int COLUMNS = 1 << 17;

    private final int[] counts = new int[ROWS * COLUMNS];
    private int items;

    void count(Fingerprint item) {
        items++;
        add(item.columns(), 1);
    }

    void forget(Fingerprint item) {
        items--;
        add(item.columns(), -1);
    }

    /** In nats: 0 for what every item holds, about 5 for what one in 150 holds. */
    double of(Clue clue) {
        double counted = Math.max(0, holders(clue.key()) - 1);
        double share = (counted + clue.kind().prior() * PRIOR_ITEMS) / (items + PRIOR_ITEMS);
        return -Math.log(Math.min(1, share));
    }

    private void add(ClueList clues, int n) {
        for (int i = 0; i < clues.size(); i++) {
            add(clues.key(i), n);
        }
    }

    private void add(long key, int n) {
        long hash = MinHash.mix(key);
        for (int row = 0; row < ROWS; row++) {
            counts[cell(row, hash)] += n;
        }
    }

    private int holders(long key) {
        long hash = MinHash.mix(key);
        int least = Integer.MAX_VALUE;
        for (int row = 0; row < ROWS; row++) {
            least = Math.min(least, counts[cell(row, hash)]);
        }
        return least;
    }

    /** Each row takes other bits. */
    private static int cell(int row, long hash) {
        return row * COLUMNS + (int) ((hash >>> (row * 15)) & (COLUMNS - 1));
    }
}
