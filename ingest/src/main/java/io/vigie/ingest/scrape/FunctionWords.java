package io.vigie.ingest.scrape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Confirms a declared language at once: a text whose function words are those of the declared language, more than those
 * of any other, is in that language. Saves the n-grams on nearly every page.
 */
final class FunctionWords {

    private static final int FEWEST_WORDS = 30;

    /** One word in six; running text has one in three. */
    private static final int PROOF = 6;

    private final List<String> languages = new ArrayList<>();
    private final Map<String, long[]> byWord = new HashMap<>();

    private FunctionWords() {}

    static FunctionWords shipped() {
        FunctionWords words = new FunctionWords();
        ShippedLines.of("function-words.txt").forEach(words::learn);
        return words;
    }

    private void learn(String line) {
        String[] words = line.split(" ", -1);
        int language = languages.size();
        languages.add(words[0]);
        for (int i = 1; i < words.length; i++) {
            byWord.computeIfAbsent(words[i], word -> new long[1])[0] |= 1L << language;
        }
    }

    /** Whether the text is plainly in this language; false when it is not, or cannot be told. */
    boolean confirm(String language, String text) {
        int declared = languages.indexOf(language);
        if (declared < 0) {
            return false;
        }
        int[] hits = new int[languages.size()];
        int words = 0;
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words++;
                long[] mask = byWord.get(text.substring(start, i).toLowerCase(Locale.ROOT));
                for (long left = mask == null ? 0 : mask[0]; left != 0; left &= left - 1) {
                    hits[Long.numberOfTrailingZeros(left)]++;
                }
                start = -1;
            }
        }
        for (int other = 0; other < hits.length; other++) {
            if (other != declared && hits[other] >= hits[declared]) {
                return false;
            }
        }
        return words >= FEWEST_WORDS && hits[declared] * PROOF >= words;
    }
}
