package io.vigie.ingest.scrape;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The vocabulary of class names: the words site builders give to the parts of a page, as hints. Example: {@code
 * "c-articleBody js-share"} says {@link Hint#BODY} and {@link Hint#NOTICE}.
 */
final class ClassWords {

    private static final int SHORTEST_STEM = 4;
    private static final int LONGEST_NAME = 200;

    private final Map<String, Integer> exact = new HashMap<>();
    private final Map<String, Integer> stems = new HashMap<>();

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
            stems.merge(word.substring(0, word.length() - 1), mask, (a, b) -> a | b);
        } else {
            exact.merge(word, mask, (a, b) -> a | b);
        }
    }

    /** Hints of a whole attribute value, every class name of it taken together. */
    int hints(String names) {
        int hints = 0;
        int length = Math.min(names.length(), LONGEST_NAME);
        int start = -1;
        String previous = "";
        int previousHints = 0;
        for (int i = 0; i <= length; i++) {
            char c = i < length ? names.charAt(i) : ' ';
            boolean letter = Character.isLetter(c);
            boolean hump =
                    letter && start >= 0 && Character.isUpperCase(c) && Character.isLowerCase(names.charAt(i - 1));
            if (start >= 0 && (!letter || hump)) {
                String word = names.substring(start, i).toLowerCase(java.util.Locale.ROOT);
                int own = ofWord(word);
                Integer pair = previous.isEmpty() ? null : exact.get(previous + "-" + word);
                if (pair != null) {
                    hints |= pair;
                    previousHints = 0;
                } else {
                    hints |= previousHints;
                    previousHints = own;
                }
                previous = word;
                start = -1;
            }
            if (letter && start < 0) {
                start = i;
            }
            if (Character.isWhitespace(c)) {
                hints |= previousHints;
                previousHints = 0;
                previous = "";
            }
        }
        return hints;
    }

    private int ofWord(String word) {
        Integer known = exact.get(word);
        if (known != null) {
            return known;
        }
        for (int n = word.length(); n >= SHORTEST_STEM; n--) {
            Integer stem = stems.get(word.substring(0, n));
            if (stem != null) {
                return stem;
            }
        }
        return 0;
    }
}
