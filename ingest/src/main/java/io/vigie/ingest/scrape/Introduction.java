package io.vigie.ingest.scrape;

import java.util.ArrayList;
import java.util.List;

/**
 * The paragraphs between the headline and the element that holds the article: many pages set what the article begins with
 * into a box of its own. One paragraph there sums the article up and is not part of it; two and more, side by side, are
 * its beginning.
 */
final class Introduction {

    private static final int FEWEST = 2;

    /** Far more than there is between a headline and its article. */
    private static final int MOST_BLOCKS = 1_000;

    private static final int ABOUT_OTHERS = Hint.maskOf(Hint.BYLINE, Hint.CAPTION);

    private final Outline outline;
    private final Masses masses;

    Introduction(Outline outline, Masses masses) {
        this.outline = outline;
        this.masses = masses;
    }

    /**
     * Indexes of its blocks; empty when there is none.
     *
     * @param root index of the element that holds the article
     * @param title headline, {@link Phrases#normalized}
     */
    List<Integer> before(int root, String title) {
        int first = outline.firstBlocks[root];
        int headline = headline(first, title);
        List<Integer> found = new ArrayList<>();
        List<Integer> beside = new ArrayList<>();
        int parent = -1;
        for (int i = headline < 0 ? first : headline + 1; i < first; i++) {
            if (isParagraph(i)) {
                int box = outline.parents[outline.block(i).owner()];
                if (box != parent) {
                    take(beside, found);
                    parent = box;
                }
                beside.add(i);
            }
        }
        take(beside, found);
        return found;
    }

    private static void take(List<Integer> beside, List<Integer> found) {
        if (beside.size() >= FEWEST) {
            found.addAll(beside);
        }
        beside.clear();
    }

    /** The last heading above the article that shows the headline; -1 when none does. */
    private int headline(int first, String title) {
        for (int i = first - 1; i >= Math.max(0, first - MOST_BLOCKS) && !title.isEmpty(); i--) {
            Block block = outline.block(i);
            if (outline.roleOf(block) == Role.HEADING
                    && Phrases.normalized(outline.text(block)).equals(title)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isParagraph(int index) {
        Block block = outline.block(index);
        return outline.roleOf(block) == Role.PARAGRAPH
                && masses.of(index) > 0
                && block.linkWeight() * 2 < block.weight()
                && BlockWriter.marksSentence(outline.last(block))
                && !isAboutOthers(block.owner());
    }

    private boolean isAboutOthers(int element) {
        int e = element;
        while (e >= 0 && (outline.hints[e] & ABOUT_OTHERS) == 0) {
            e = outline.parents[e];
        }
        return e >= 0;
    }
}
