package io.vigie.ingest.scrape;

import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * A page as flat tables: its elements in document order, its text as one string, its text blocks. Every subtree is a
 * range of elements and a range of blocks, so that what a subtree holds is the difference of two sums and nothing ever
 * needs to walk the tree again, or to recurse.
 */
final class Outline {

    private static final int LONGEST_LOOKED_THROUGH = 4_096;
    private static final int YEAR = 4;

    final int size;
    final Element[] elements;
    /** Index of the parent, -1 for the root. */
    final int[] parents;
    /** Index after the last descendant. */
    final int[] ends;

    final Role[] roles;
    /** Masks of {@link Hint}. */
    final int[] hints;

    final int[] firstBlocks;
    /** Index after the last block of the subtree. */
    final int[] endBlocks;

    final List<Block> blocks;
    private final String text;

    Outline(
            int size,
            Element[] elements,
            int[] parents,
            int[] ends,
            Role[] roles,
            int[] hints,
            int[] firstBlocks,
            int[] endBlocks,
            List<Block> blocks,
            String text) {
        this.size = size;
        this.elements = elements;
        this.parents = parents;
        this.ends = ends;
        this.roles = roles;
        this.hints = hints;
        this.firstBlocks = firstBlocks;
        this.endBlocks = endBlocks;
        this.blocks = blocks;
        this.text = text;
    }

    Block block(int index) {
        return blocks.get(index);
    }

    String text(Block block) {
        return text.substring(block.from(), block.to());
    }

    char last(Block block) {
        return text.charAt(block.to() - 1);
    }

    boolean isSameText(int oneBlock, int otherBlock) {
        Block one = block(oneBlock);
        Block other = block(otherBlock);
        int length = one.to() - one.from();
        return length == other.to() - other.from() && text.regionMatches(one.from(), text, other.from(), length);
    }

    /** Equal for equal texts. */
    int hashOfText(int block) {
        int hash = 0;
        for (int i = block(block).from(), to = block(block).to(); i < to; i++) {
            hash = hash * 31 + text.charAt(i);
        }
        return hash;
    }

    /** Whether the text of a block has so many digits. */
    boolean hasDigits(Block block, int fewest) {
        int digits = 0;
        for (int i = block.from(); i < block.to() && digits < fewest; i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits == fewest;
    }

    boolean has(Block block, char c) {
        int i = block.from();
        while (i < block.to() && text.charAt(i) != c) {
            i++;
        }
        return i < block.to();
    }

    /** Whether four digits of a block's text stand together. */
    boolean hasYear(Block block) {
        int digits = 0;
        for (int i = block.from(); i < block.to() && digits < YEAR; i++) {
            digits = Character.isDigit(text.charAt(i)) ? digits + 1 : 0;
        }
        return digits == YEAR;
    }

    /** All text of a subtree, blocks joined by blanks. */
    String textOf(int element) {
        int first = firstBlocks[element];
        int end = endBlocks[element];
        return first >= end
                ? ""
                : text.substring(block(first).from(), block(end - 1).to()).replace('\n', ' ');
    }

    /** The text of an element, for those that say little; empty when it is longer than {@code most}. */
    String shortText(int element, int most) {
        int first = firstBlocks[element];
        int end = endBlocks[element];
        if (roles[element].breaksText()) {
            boolean little = first < end && block(end - 1).to() - block(first).from() <= most;
            return little ? textOf(element) : "";
        }
        // An inline element is somewhere in its block: one of a long paragraph is not worth looking through.
        if (first >= blocks.size() || block(first).to() - block(first).from() > LONGEST_LOOKED_THROUGH) {
            return "";
        }
        String inline = elements[element].text();
        return inline.length() > most ? "" : inline;
    }

    Role roleOf(Block block) {
        return roles[block.owner()];
    }

    boolean contains(int ancestor, int element) {
        return ancestor <= element && element < ends[ancestor];
    }

    /** The nearest element, itself included, with this role; -1 when there is none. */
    int closest(int element, Role role) {
        int e = element;
        while (e >= 0 && roles[e] != role) {
            e = parents[e];
        }
        return e;
    }

    int depth(int element) {
        int depth = 0;
        for (int e = parents[element]; e >= 0; e = parents[e]) {
            depth++;
        }
        return depth;
    }

    /** Running sums over blocks: the sum of a range is {@code sums[end] - sums[first]}. */
    static int[] sums(int[] values) {
        int[] sums = new int[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        return sums;
    }

    int sum(int[] sums, int element) {
        return endBlocks[element] <= firstBlocks[element] ? 0 : sums[endBlocks[element]] - sums[firstBlocks[element]];
    }

    static <T> T[] grown(T[] array) {
        return Arrays.copyOf(array, array.length * 2);
    }
}
