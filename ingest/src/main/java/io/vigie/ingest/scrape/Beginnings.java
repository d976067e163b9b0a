package io.vigie.ingest.scrape;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases by their first characters, in a table: most words of a text begin none of them and need no closer look. */
final class Beginnings {

    private static final int BITS = 14;
    private static final int MULTIPLIER = 0x9E3779B1;
    private static final int ASCII = 0x80;
    private static final int CASE = 0x20;

    private final int length;
    private final BitSet hashes = new BitSet(1 << BITS);
    private final Map<Integer, List<String>> phrases = new HashMap<>();

    /** @param length how many characters of each phrase are compared: as many as the shortest has, two are few */
    Beginnings(int length) {
        this.length = length;
    }

    /** @param phrase in lower case, at least as long as what is compared */
    void add(String phrase) {
        int hash = hash(0, phrase.toCharArray());
        hashes.set(hash);
        phrases.computeIfAbsent(hash, h -> new ArrayList<>(1)).add(phrase);
    }

    /** Whether a phrase may begin there, in any case; when it says so there may still be none. */
    boolean mayBeAt(int at, char[] text) {
        return at + length <= text.length && hashes.get(hash(at, text));
    }

    /** The phrases that may begin there. */
    List<String> at(int at, char[] text) {
        return phrases.getOrDefault(hash(at, text), List.of());
    }

    private int hash(int at, char[] text) {
        int hash = 0;
        for (int i = at; i < at + length; i++) {
            hash = (hash + lower(text[i])) * MULTIPLIER;
        }
        return hash >>> (Integer.SIZE - BITS);
    }

    /** Lower case for letters, something else for what has no case. */
    private static int lower(char c) {
        return c < ASCII ? c | CASE : Character.toLowerCase(c);
    }
}
