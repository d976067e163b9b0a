package io.vigie.ingest.scrape;

import java.util.BitSet;

/** The first two characters of phrases, in a table: most words of a text begin none of them and need no closer look. */
final class Beginnings {

    private static final int BITS = 7;
    private static final int ASCII = 1 << BITS;

    private final BitSet pairs = new BitSet(1 << (2 * (BITS + 1)));

    /** @param phrase of two characters or more */
    void add(String phrase) {
        pairs.set(pair(phrase.charAt(0), phrase.charAt(1)));
    }

    /** Whether a phrase may begin there; when it says so there may still be none. */
    boolean mayBeAt(int at, String text) {
        return at + 1 < text.length() && pairs.get(pair(text.charAt(at), text.charAt(at + 1)));
    }

    private static int pair(char first, char second) {
        return place(first) << (BITS + 1) | place(second);
    }

    /** Letters of ASCII have places of their own, all others share as many. */
    private static int place(char c) {
        return c < ASCII ? c : ASCII | (c & (ASCII - 1));
    }
}
