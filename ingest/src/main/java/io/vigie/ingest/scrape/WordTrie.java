package io.vigie.ingest.scrape;

import java.util.Arrays;

/**
 * A set of words of the letters a to z and hyphens, each with a mask, that is walked letter by letter, so that looking
 * words up inside a longer text makes no strings. {@link #NOWHERE} is where no word goes on; {@link #START} where each
 * begins.
 */
final class WordTrie {

    static final int NOWHERE = 0;
    static final int START = 1;

    private static final int LETTERS = 27;
    private static final int HYPHEN = 26;
    private static final int STEM = 16;
    private static final int WHOLE = 0xffff;

    private char[] children = new char[64 * LETTERS];

    /** Of each node: the mask of the word that ends there, and above it that of the words that may go on. */
    private int[] masks = new int[64];

    private int size = 2;

    /** Adds a word, or, ending in {@code *}, all longer words that begin so. */
    void add(String word, int mask) {
        boolean stem = word.endsWith("*");
        int at = START;
        for (int i = 0; i < word.length() - (stem ? 1 : 0); i++) {
            int letter = letter(word.charAt(i));
            if (letter < 0) {
                throw new IllegalArgumentException("not of letters and hyphens: " + word);
            }
            int child = children[at * LETTERS + letter];
            if (child == NOWHERE) {
                child = node();
                children[at * LETTERS + letter] = (char) child;
            }
            at = child;
        }
        masks[at] |= stem ? mask << STEM : mask;
    }

    private int node() {
        if (size == masks.length) {
            children = Arrays.copyOf(children, children.length * 2);
            masks = Arrays.copyOf(masks, size * 2);
        }
        return size++;
    }

    /** Where the walk goes on with a character of either case. */
    int next(int at, char c) {
        int letter = at == NOWHERE ? -1 : letter(c);
        return letter < 0 ? NOWHERE : children[at * LETTERS + letter];
    }

    /** Mask of the word that ends here; 0 when none does. */
    int whole(int at) {
        return masks[at] & WHOLE;
    }

    /** Mask of the words that may go on from here in any way; 0 when there are none. */
    int stem(int at) {
        return masks[at] >>> STEM;
    }

    private static int letter(char c) {
        if (c >= 'a' && c <= 'z') {
            return c - 'a';
        }
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        return c == '-' ? HYPHEN : -1;
    }
}
