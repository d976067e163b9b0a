package io.vigie.ingest.scrape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes out what the page says again. Some pages hold the article, or each part of it, twice, for narrow and for wide
 * screens, and quotations go round in carousels. Runs of blocks that were there before go; a single block may well be said
 * twice, unless one after the other is.
 */
final class Repetitions {

    private static final int FEWEST_REPEATED = 3;
    private static final int LIGHTEST_REPETITION = 300;

    /** Too long for a refrain. */
    private static final int LIGHTEST_ECHO = 60;

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
        List<Run> echoes = new ArrayList<>();
        Set<String> echoed = new HashSet<>();
        int i = 0;
        while (i < end) {
            int earlier = places.first(i);
            Run run = earlier == i ? Run.NONE : repeated(earlier, i, end);
            if (run.texts >= FEWEST_REPEATED && run.weight >= LIGHTEST_REPETITION) {
                drop(run);
            } else if (earlier + run.length == i && run.weight >= LIGHTEST_ECHO) {
                echoes.add(run);
                echoed.add(outline.text(outline.block(i)));
            } else {
                run = Run.NONE;
            }
            i += Math.max(1, run.length);
        }
        if (echoed.size() >= FEWEST_REPEATED) {
            echoes.forEach(this::drop);
        }
        masses.settle();
    }

    private void drop(Run run) {
        for (int i = run.first; i < run.first + run.length; i++) {
            masses.dropBlock(i);
        }
    }

    /** How many blocks from {@code at} on are those from {@code earlier} on. */
    private Run repeated(int earlier, int at, int end) {
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
        return new Run(at, run, texts.size(), weight);
    }

    /**
     * Blocks that were there before.
     *
     * @param texts how many different ones
     */
    private record Run(int first, int length, int texts, int weight) {

        static final Run NONE = new Run(0, 0, 0, 0);
    }

    /**
     * Where each text of a page stands first: a table of open addressing, half full at most, that makes no strings. Texts
     * of a length that no other has, as most paragraphs are, are not looked at.
     */
    private static final class Places {

        private static final int NOTHING = -1;
        private static final int LENGTHS = 1 << 12;

        private final Outline outline;
        private final int[] slots;
        private final int[] hashes;

        /** How many blocks are of each length; very long ones share their count with short ones. */
        private final int[] lengths = new int[LENGTHS];

        Places(Outline outline) {
            this.outline = outline;
            int size = Integer.highestOneBit(outline.blocks.size() + 1) << 2;
            slots = new int[size];
            Arrays.fill(slots, NOTHING);
            hashes = new int[size];
            for (Block block : outline.blocks) {
                lengths[placeOfLength(block)]++;
            }
        }

        /** The first block asked for that has the text of this one, or this one itself. */
        int first(int block) {
            if (lengths[placeOfLength(outline.block(block))] == 1) {
                return block;
            }
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

        private static int placeOfLength(Block block) {
            return (block.to() - block.from()) & (LENGTHS - 1);
        }
    }
}
