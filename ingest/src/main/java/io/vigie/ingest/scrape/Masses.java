package io.vigie.ingest.scrape;

/**
 * How much article there is in each block, and, by running sums, in each subtree. A block has mass when it reads like
 * prose: long enough, little of it links. Menus, headings and labels have none.
 */
final class Masses {

    private static final int SHORTEST_PROSE = 25;
    private static final int FULL_PROSE = 80;

    private final Outline outline;
    private final int[] mass;
    private final boolean[] dropped;
    private int[] massSums;
    private int[] weightSums;

    Masses(Outline outline) {
        this.outline = outline;
        int count = outline.blocks.size();
        mass = new int[count];
        dropped = new boolean[count];
        for (int i = 0; i < count; i++) {
            mass[i] = massOf(outline.block(i));
        }
        massSums = new int[0];
        weightSums = new int[0];
        settle();
    }

    private int massOf(Block block) {
        Role role = outline.roleOf(block);
        if (role == Role.HEADING || role == Role.CAPTION || role == Role.SILENT) {
            return 0;
        }
        int prose = block.prose();
        if (prose < SHORTEST_PROSE || block.linkWeight() * 3 > block.weight() * 2) {
            return 0;
        }
        if (!block.sentence()) {
            return prose / 4;
        }
        return prose < FULL_PROSE ? prose / 2 : prose;
    }

    /** Brings the sums up to date after blocks were dropped. */
    void settle() {
        int count = mass.length;
        int[] left = new int[count];
        int[] weights = new int[count];
        for (int i = 0; i < count; i++) {
            left[i] = dropped[i] ? 0 : mass[i];
            weights[i] = dropped[i] ? 0 : outline.block(i).weight();
        }
        massSums = Outline.sums(left);
        weightSums = Outline.sums(weights);
    }

    int of(int block) {
        return dropped[block] ? 0 : mass[block];
    }

    int in(int element) {
        return outline.sum(massSums, element);
    }

    /** Mass of all that stands before an element. */
    int before(int element) {
        return massSums[outline.firstBlocks[element]];
    }

    int weightIn(int element) {
        return outline.sum(weightSums, element);
    }

    int total() {
        return massSums[massSums.length - 1];
    }

    void drop(int element) {
        java.util.Arrays.fill(
                dropped,
                outline.firstBlocks[element],
                Math.max(outline.firstBlocks[element], outline.endBlocks[element]),
                true);
    }

    void dropBlock(int block) {
        dropped[block] = true;
    }

    boolean isDropped(int block) {
        return dropped[block];
    }
}
