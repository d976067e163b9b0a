package io.vigie.ingest.scrape;

/**
 * The class names of one page and what they say: the same stand on many of its elements, mostly several in one value. Each
 * is read once, and looked up by a hash of 64 bits from then on.
 */
final class ClassNames {

    private static final int LONGEST_VALUE = 300;

    private static final int FIRST_SIZE = 512;
    private static final long MULTIPLIER = 0x5851F42D4C957F2DL;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final long NONE = 0;

    private final ClassWords words;
    private long[] hashes = new long[FIRST_SIZE];
    private int[] hints = new int[FIRST_SIZE];
    private int shift = Long.numberOfLeadingZeros(FIRST_SIZE) + 1;
    private int size;

    ClassNames(ClassWords words) {
        this.words = words;
    }

    /** Hints of a whole attribute value, its names taken together; what is beyond {@value #LONGEST_VALUE} characters is not read. */
    int hints(String value) {
        int found = 0;
        int length = Math.min(value.length(), LONGEST_VALUE);
        int start = 0;
        long hash = SPREAD;
        for (int i = 0; i <= length; i++) {
            char c = i == length ? ' ' : value.charAt(i);
            if (c > ' ') {
                hash = hash * MULTIPLIER + c;
                continue;
            }
            if (i > start) {
                found |= hints(hash, value, start, i);
            }
            start = i + 1;
            hash = SPREAD;
        }
        return found;
    }

    private int hints(long hash, String value, int from, int to) {
        int at = (int) (hash * SPREAD >>> shift);
        while (hashes[at] != hash) {
            if (hashes[at] == NONE) {
                return put(at, hash, words.hints(value, from, to));
            }
            at = (at + 1) & (hashes.length - 1);
        }
        return hints[at];
    }

    private int put(int at, long hash, int found) {
        hashes[at] = hash;
        hints[at] = found;
        if (++size * 2 > hashes.length) {
            grow();
        }
        return found;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldHints = hints;
        hashes = new long[oldHashes.length * 2];
        hints = new int[hashes.length];
        shift--;
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != NONE) {
                int at = (int) (oldHashes[i] * SPREAD >>> shift);
                while (hashes[at] != NONE) {
                    at = (at + 1) & (hashes.length - 1);
                }
                hashes[at] = oldHashes[i];
                hints[at] = oldHints[i];
            }
        }
    }
}
