package io.vigie.ingest.scrape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Precision and recall of runs of four words, as article extractors are compared with. */
record ShingleScore(double precision, double recall) {

    private static final int WORDS = 4;

    static ShingleScore of(String expected, String actual) {
        Map<String, Integer> wanted = shingles(expected);
        Map<String, Integer> got = shingles(actual);
        int common = 0;
        for (Map.Entry<String, Integer> shingle : got.entrySet()) {
            common += Math.min(shingle.getValue(), wanted.getOrDefault(shingle.getKey(), 0));
        }
        int all = wanted.values().stream().mapToInt(Integer::intValue).sum();
        int found = got.values().stream().mapToInt(Integer::intValue).sum();
        return new ShingleScore(found == 0 ? 0 : (double) common / found, all == 0 ? 0 : (double) common / all);
    }

    double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static Map<String, Integer> shingles(String text) {
        List<String> words = words(text);
        Map<String, Integer> shingles = new HashMap<>();
        int length = Math.min(WORDS, Math.max(1, words.size()));
        for (int i = 0; i + length <= words.size(); i++) {
            shingles.merge(String.join(" ", words.subList(i, i + length)), 1, Integer::sum);
        }
        return shingles;
    }

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String lower = text.toLowerCase(Locale.ROOT) + " ";
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean ideograph = c >= '\u3040' && c <= '\u9fff';
            if (!ideograph && Character.isLetterOrDigit(c)) {
                word.append(c);
                continue;
            }
            if (word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (ideograph) {
                words.add(String.valueOf(c));
            }
        }
        return words;
    }
}
