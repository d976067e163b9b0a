package io.vigie.ingest.scrape;

import java.util.HashMap;
import java.util.Map;

/**
 * Words with masks, looked up by a hash that grows letter by letter: {@code START}, then {@link #next} for each. Looking
 * words up inside a longer text so makes no strings. Hashes have 64 bits; that two words share one is not to be expected, and would cost no more than a wrong mask.
 */
final class WordTable {

    /** The hash of nothing: no word goes on from it. */
    static final long NOWHERE = 0;

    static final long START = 0x9E3779B97F4A7C15L;

    /** Shorter ones are not looked for. */
    static final int SHORTEST_STEM = 4;

    private static final long MULTIPLIER = 0x5851F42D4C957F2DL;

    private final Slots wholes;
    private final Slots stems;

    /** All that a phrase goes on from: {@code article} where {@code article-body} is a word. */
    private final Slots phraseBeginnings;

    /** What stems of {@value #SHORTEST_STEM} letters and more begin with. */
    private final Slots stemBeginnings;

    /** @param masks by word; a word that ends in {@code *} stands for all that begin so */
    WordTable(Map<String, Integer> masks) {
        Map<Long, Integer> whole = new HashMap<>();
        Map<Long, Integer> stem = new HashMap<>();
        Map<Long, Integer> phraseBeginning = new HashMap<>();
        Map<Long, Integer> stemBeginning = new HashMap<>();
        masks.forEach((word, mask) -> {
            boolean begins = word.endsWith("*");
            String letters = begins ? word.substring(0, word.length() - 1) : word;
            (begins ? stem : whole).merge(hash(letters), mask, (a, b) -> a | b);
            if (begins) {
                stemBeginning.put(hash(letters.substring(0, Math.min(SHORTEST_STEM, letters.length()))), 1);
            }
            for (int hyphen = letters.indexOf('-'); hyphen > 0; hyphen = letters.indexOf('-', hyphen + 1)) {
                phraseBeginning.put(hash(letters.substring(0, hyphen)), 1);
            }
        });
        wholes = new Slots(whole);
        stems = new Slots(stem);
        phraseBeginnings = new Slots(phraseBeginning);
        stemBeginnings = new Slots(stemBeginning);
    }

    private static long hash(String word) {
        long hash = START;
        for (int i = 0; i < word.length(); i++) {
            hash = next(hash, word.charAt(i));
        }
        return hash;
    }

    /** The hash with one more character, A to Z being a to z. */
    static long next(long hash, char c) {
        return hash == NOWHERE ? NOWHERE : hash * MULTIPLIER + (c >= 'A' && c <= 'Z' ? c + 32 : c);
    }

    /** Mask of a word; 0 when it is not in the table. */
    int whole(long hash) {
        return wholes.get(hash);
    }

    /** Mask of the words that begin so; 0 when there are none. */
    int stem(long hash) {
        return stems.get(hash);
    }

    /** The hash of a phrase that begins with this word, a hyphen to come behind it; {@link #NOWHERE} when none does. */
    long phrase(long word) {
        return phraseBeginnings.get(word) == 0 ? NOWHERE : next(word, '-');
    }

    /** Whether a stem begins with these {@value #SHORTEST_STEM} letters. */
    boolean beginsStem(long hash) {
        return stemBeginnings.get(hash) != 0;
    }

    /**
     * Open addressing, at most a quarter full. Nearly everything that is asked for is not there, which a few bits say: they
     * stay in the processor's nearest cache, where the slots have no room.
     */
    private static final class Slots {

        private static final int FILTER_BITS = 14;

        private final long[] filter = new long[1 << (FILTER_BITS - 6)];

        private final long[] hashes;
        private final int[] masks;
        private final int shift;

        Slots(Map<Long, Integer> entries) {
            int bits = 64 - Long.numberOfLeadingZeros(Math.max(4, entries.size() * 4L));
            shift = 64 - bits;
            hashes = new long[1 << bits];
            masks = new int[1 << bits];
            entries.forEach((hash, mask) -> {
                int bit = filterBit(hash);
                filter[bit >>> 6] |= 1L << bit;
                int at = slot(hash);
                hashes[at] = hash;
                masks[at] = mask;
            });
        }

        int get(long hash) {
            int bit = filterBit(hash);
            return (filter[bit >>> 6] & 1L << bit) == 0 || hash == NOWHERE ? 0 : masks[slot(hash)];
        }

        private static int filterBit(long hash) {
            return (int) (hash * START >>> (Long.SIZE - FILTER_BITS));
        }

        /** Where the hash stands, or would. */
        private int slot(long hash) {
            int at = (int) (hash * START >>> shift);
            while (hashes[at] != hash && hashes[at] != NOWHERE) {
                at = (at + 1) & (hashes.length - 1);
            }
            return at;
        }
    }
}
