package io.vigie.ingest.scrape;

/**
 * Takes out the figures of charts that are drawn in HTML, and of boxes of statistics: values, axes and legends are lines
 * of a few characters one after the other, most of them numbers, and say nothing without the picture. Items of lists and
 * cells of tables are not meant: those are read as text.
 */
final class ChartFigures {

    private static final int FEWEST = 8;
    private static final int LONGEST = 10;

    private final Outline outline;
    private final Masses masses;

    ChartFigures(Outline outline, Masses masses) {
        this.outline = outline;
        this.masses = masses;
    }

    /**
     * Drops the runs of figures among some blocks.
     *
     * @param first index of the first block
     * @param end index after the last
     */
    void drop(int first, int end) {
        int run = 0;
        int numbers = 0;
        for (int i = first; i <= end; i++) {
            if (i < end && isFigure(i)) {
                run++;
                numbers += outline.hasDigits(outline.block(i), 1) ? 1 : 0;
            } else {
                if (run >= FEWEST && numbers * 2 >= run) {
                    dropRun(i - run, run);
                }
                run = 0;
                numbers = 0;
            }
        }
    }

    private void dropRun(int first, int count) {
        for (int i = first; i < first + count; i++) {
            masses.dropBlock(i);
        }
    }

    private boolean isFigure(int index) {
        Block block = outline.block(index);
        Role role = outline.roleOf(block);
        return block.weight() <= LONGEST
                && (role == Role.PARAGRAPH || role == Role.BOX)
                && outline.closest(block.owner(), Role.CELL) < 0
                && outline.closest(block.owner(), Role.ITEM) < 0;
    }
}
