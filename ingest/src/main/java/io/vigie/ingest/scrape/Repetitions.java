package io.vigie.ingest.scrape;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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
        Map<String, Integer> places = new HashMap<>();
        int i = 0;
        while (i < end) {
            Integer earlier = places.putIfAbsent(outline.text(outline.block(i)), i);
            int run = earlier == null ? 1 : repeated(earlier, i, end);
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
            String text = outline.text(outline.block(at + run));
            boolean monotonous = run >= MOST_ALIKE && texts.size() < FEWEST_REPEATED;
            if (monotonous || !text.equals(outline.text(outline.block(earlier + run)))) {
                break;
            }
            texts.add(text);
            weight += outline.block(at + run).weight();
            run++;
        }
        return texts.size() >= FEWEST_REPEATED && weight >= LIGHTEST_REPETITION ? run : 1;
    }
}
