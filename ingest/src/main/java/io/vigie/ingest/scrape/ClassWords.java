package io.vigie.ingest.scrape;

import java.util.HashMap;
import java.util.Map;

/**
 * The vocabulary of class names: the words site builders give to the parts of a page, as hints. Example: {@code
 * "c-articleBody js-share"} says {@link Hint#BODY} and {@link Hint#NOTICE}.
 */
final class ClassWords {

    /** A longer name is a sentence: the id of a heading, made of its words. */
    private static final int MOST_WORDS = 6;

    private static final int SHORTEST_HASH = 4;
    private static final int LONGEST_HASH = 8;
    private static final int LONGEST_HEX_WORD = 3;
    private static final int SHORTEST_HEX = 6;

    private final WordTable words;

    private ClassWords(WordTable words) {
        this.words = words;
    }

    /** Reads the vocabulary that is shipped beside this class. */
    static ClassWords shipped() {
        Map<String, Integer> masks = new HashMap<>();
        for (String line : ShippedLines.of("class-words.txt")) {
            int space = line.indexOf(' ');
            masks.merge(line.substring(0, space), Hint.valueOf(line.substring(space + 1)).mask, (a, b) -> a | b);
        }
        return new ClassWords(new WordTable(masks));
    }

    /**
     * Hints of one name. What says "not the text" outweighs {@link Hint#CONTENT}: a {@code sidebar-content} is a side
     * bar.
     *
     * @param names a value that holds it
     * @param from where it begins there
     * @param to where it ends, exclusive
     */
    int hints(String names, int from, int to) {
        int underscores = names.lastIndexOf("__", to - 2);
        boolean hashed = underscores >= from && isHash(names, underscores + 2, to);
        return ofName(names, from, hashed ? underscores + 1 : to);
    }

    /**
     * Words end at humps, hyphens and whatever else is no letter. Two or three of them may mean something of their own;
     * {@code no-sidebar} has none.
     */
    private int ofName(String names, int from, int to) {
        int hints = 0;
        int pending = 0;
        int count = 0;
        int stem = 0;
        long word = WordTable.NOWHERE;
        long pair = WordTable.NOWHERE;
        long triple = WordTable.NOWHERE;
        boolean inside = false;
        boolean stemmed = false;
        boolean denied = false;
        int begin = from;
        for (int i = from; i <= to; i++) {
            char c = i < to ? names.charAt(i) : ' ';
            boolean letter = isLetter(c);
            boolean hump = inside && c >= 'A' && c <= 'Z' && !isCapital(names.charAt(i - 1));
            if (inside && (!letter || hump)) {
                int phrase = words.whole(triple) != 0 ? words.whole(triple) : words.whole(pair);
                int alone = words.whole(word) != 0 ? words.whole(word) : stem;
                if (alone != 0 && i - begin <= LONGEST_HEX_WORD && isHex(names, from, to, begin, i)) {
                    alone = 0;
                }
                alone = denied ? 0 : alone;
                denied = names.regionMatches(true, begin, "no", 0, i - begin) && i - begin == 2;
                hints |= phrase != 0 ? phrase : pending;
                pending = phrase != 0 ? 0 : alone;
                triple = words.phrase(pair);
                pair = words.phrase(word);
                inside = false;
                count++;
            }
            if (letter) {
                if (!inside) {
                    word = WordTable.START;
                    begin = i;
                    stem = 0;
                    stemmed = false;
                    inside = true;
                }
                word = WordTable.next(word, c);
                if (i - begin == WordTable.SHORTEST_STEM - 1) {
                    stemmed = words.beginsStem(word);
                }
                if (stemmed) {
                    int longer = words.stem(word);
                    stem = longer != 0 ? longer : stem;
                }
                pair = WordTable.next(pair, c);
                triple = WordTable.next(triple, c);
            }
        }
        hints |= pending;
        if (count > MOST_WORDS) {
            return 0;
        }
        return (hints & ~Hint.CONTENT.mask) == 0 ? hints : hints & ~Hint.CONTENT.mask;
    }

    /** Whether letters are part of a number in base sixteen: {@code element-26ad0f1} is no advertisement. */
    private static boolean isHex(String names, int from, int to, int begin, int end) {
        int first = begin;
        while (first > from && isHexDigit(names.charAt(first - 1))) {
            first--;
        }
        int last = end;
        while (last < to && isHexDigit(names.charAt(last))) {
            last++;
        }
        boolean whole = last == to || !Character.isLetter(names.charAt(last));
        return whole && last - first >= SHORTEST_HEX && last - first > end - begin;
    }

    private static boolean isHexDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || isCapital(c) || (c >= 0x80 && Character.isLetter(c));
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** Whether it is what bundlers append to names to keep them apart: the end of {@code Article_body__3xY1z}. */
    private static boolean isHash(String names, int from, int to) {
        if (to - from < SHORTEST_HASH || to - from > LONGEST_HASH) {
            return false;
        }
        for (int i = from + 1; i < to; i++) {
            char c = names.charAt(i);
            if (isCapital(c) || (c >= '0' && c <= '9')) {
                return true;
            }
        }
        return false;
    }
}
