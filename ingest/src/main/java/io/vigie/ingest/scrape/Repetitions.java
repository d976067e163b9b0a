package io.vigie.ingest.scrape;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Takes out what the page says again. Some pages hold the article twice, for narrow and for wide screens, and quotations
 * go round in carousels. Runs of blocks that were there before go; a single block may well be said twice.
 */
final class Repetitions {

    private static final int FEWEST_REPEATED = 3;
    private static final int LIGHTEST_REPETITION = 300;

    /** A page of one paragraph over and over is not compared with itself from each of them on. */
    private static final int MOST_ALIKE = 64;

    private final Outline outline;
    private final Masses masses;

    Repetitions(Outline outline, Masses masses) {
        this.outline = outline;
        this.masses = masses;
    }

    void drop() {
        int end = outline.blocks.size();
        Places places = new Places(outline);
        int i = 0;
        while (i < end) {
            int earlier = places.first(i);
            int run = earlier == i ? 1 : repeated(earlier, i, end);
            if (run > 1) {
                for (int j = i; j < i + run; j++) {
                    masses.dropBlock(j);
                }
            }
            i += run;
        }
        masses.settle();
    }

    /** How many blocks from {@code at} on are those from {@code earlier} on; 1 when too few to be a repetition. */
    private int repeated(int earlier, int at, int end) {
        Set<String> texts = new HashSet<>();
        int weight = 0;
        int run = 0;
        while (at + run < end && earlier + run < at) {
            boolean monotonous = run >= MOST_ALIKE && texts.size() < FEWEST_REPEATED;
            if (monotonous || !outline.isSameText(at + run, earlier + run)) {
                break;
            }
            texts.add(outline.text(outline.block(at + run)));
            weight += outline.block(at + run).weight();
            run++;
        }
        return texts.size() >= FEWEST_REPEATED && weight >= LIGHTEST_REPETITION ? run : 1;
    }

    /** Where each text of a page stands first: a table of open addressing, half full at most, that makes no strings. */
    private static final class Places {

        private static final int NOTHING = -1;

        private final Outline outline;
        private final int[] slots;
        private final int[] hashes;

        Places(Outline outline) {
            this.outline = outline;
            int size = Integer.highestOneBit(outline.blocks.size() + 1) << 2;
            slots = new int[size];
            Arrays.fill(slots, NOTHING);
            hashes = new int[size];
        }

        /** The first block asked for that has the text of this one, or this one itself. */
        int first(int block) {
            int hash = outline.hashOfText(block);
            int at = (hash ^ hash >>> 16) & (slots.length - 1);
            while (slots[at] != NOTHING) {
                if (hashes[at] == hash && outline.isSameText(slots[at], block)) {
                    return slots[at];
                }
                at = (at + 1) & (slots.length - 1);
            }
            slots[at] = block;
            hashes[at] = hash;
            return block;
        }
    }
}
