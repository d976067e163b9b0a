package io.vigie.ingest.scrape;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The vocabulary of class names: the words site builders give to the parts of a page, as hints. Example: {@code
 * "c-articleBody js-share"} says {@link Hint#BODY} and {@link Hint#NOTICE}.
 */
final class ClassWords {

    private static final int SHORTEST_STEM = 4;
    private static final int LONGEST_VALUE = 300;
    private static final int MOST_KNOWN = 20_000;

    /** A longer name is a sentence: the id of a heading, made of its words. */
    private static final int MOST_WORDS = 6;

    private final Map<String, Integer> exact = new HashMap<>();
    private final Map<String, List<Stem>> stems = new HashMap<>();

    /** What was told before: sites use few names, again and again. Bounded, because a page may make them up. */
    private final Map<String, Integer> known = new ConcurrentHashMap<>();

    private ClassWords() {}

    /** Reads the vocabulary that is shipped beside this class. */
    static ClassWords shipped() {
        ClassWords words = new ClassWords();
        try (InputStream in = ClassWords.class.getResourceAsStream("class-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("class-words.txt is not beside " + ClassWords.class.getName());
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(words::learn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private void learn(String line) {
        int space = line.indexOf(' ');
        String word = line.substring(0, space);
        int mask = Hint.valueOf(line.substring(space + 1)).mask;
        if (word.endsWith("*")) {
            String stem = word.substring(0, word.length() - 1);
            stems.computeIfAbsent(stem.substring(0, SHORTEST_STEM), k -> new ArrayList<>())
                    .add(new Stem(stem, mask));
        } else {
            exact.merge(word, mask, (a, b) -> a | b);
        }
    }

    /**
     * Hints of a whole attribute value. Names of one value are taken together; within one name what says "not the text"
     * outweighs {@link Hint#CONTENT}: a {@code sidebar-content} is a side bar.
     */
    int hints(String names) {
        if (names.indexOf(' ') < 0 && hasDigit(names)) {
            // Numbered names are made up page by page; remembering them would only push out the others.
            return ofNames(names);
        }
        Integer told = known.get(names);
        if (told != null) {
            return told;
        }
        int hints = ofNames(names);
        if (known.size() < MOST_KNOWN && names.length() <= LONGEST_VALUE) {
            known.put(names, hints);
        }
        return hints;
    }

    private static boolean hasDigit(String names) {
        for (int i = names.length() - 1; i >= 0; i--) {
            char c = names.charAt(i);
            if (c >= '0' && c <= '9') {
                return true;
            }
        }
        return false;
    }

    private int ofNames(String names) {
        int hints = 0;
        int length = Math.min(names.length(), LONGEST_VALUE);
        int start = 0;
        for (int i = 0; i <= length; i++) {
            if (i == length || Character.isWhitespace(names.charAt(i))) {
                if (i > start) {
                    hints |= ofName(names, start, i);
                }
                start = i + 1;
            }
        }
        return hints;
    }

    private int ofName(String names, int from, int to) {
        int hints = 0;
        int count = 0;
        int start = -1;
        String previous = "";
        int previousHints = 0;
        for (int i = from; i <= to; i++) {
            char c = i < to ? names.charAt(i) : ' ';
            boolean letter = Character.isLetter(c);
            boolean hump =
                    letter && start >= 0 && Character.isUpperCase(c) && Character.isLowerCase(names.charAt(i - 1));
            if (start >= 0 && (!letter || hump)) {
                String word = names.substring(start, i).toLowerCase(Locale.ROOT);
                Integer pair = previous.isEmpty() ? null : exact.get(previous + "-" + word);
                hints |= pair == null ? previousHints : pair;
                previousHints = pair == null ? ofWord(word) : 0;
                previous = word;
                count++;
                start = -1;
            }
            if (letter && start < 0) {
                start = i;
            }
        }
        hints |= previousHints;
        if (count > MOST_WORDS) {
            return 0;
        }
        return (hints & ~Hint.CONTENT.mask) == 0 ? hints : hints & ~Hint.CONTENT.mask;
    }

    private int ofWord(String word) {
        Integer whole = exact.get(word);
        if (whole != null || word.length() < SHORTEST_STEM) {
            return whole == null ? 0 : whole;
        }
        for (Stem stem : stems.getOrDefault(word.substring(0, SHORTEST_STEM), List.of())) {
            if (word.startsWith(stem.letters)) {
                return stem.mask;
            }
        }
        return 0;
    }

    private record Stem(String letters, int mask) {}
}
