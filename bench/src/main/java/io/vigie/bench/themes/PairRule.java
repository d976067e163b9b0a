package io.vigie.bench.themes;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A rule that asks for two words in one sentence, the first of which may be replaced by another.
 *
 * @param first a word
 * @param other stands for {@code first} as well
 * @param second a word
 */
record PairRule(String first, String other, String second) {

    /** So many rules are written about each text; with those of others that hold in it too, about 20 do. */
    private static final int ABOUT_A_TEXT = 12;

    private static final int SHORTEST_WORD = 6;

    /**
     * Rules of which about 20 hold in each text, however many there are, and the rest in none.
     *
     * @param count how many
     * @param texts in French
     */
    static List<PairRule> about(List<String> texts, int count) {
        Random random = new Random(7);
        Map<String, Long> spread = texts.stream()
                .flatMap(text -> words(text).stream())
                .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
        List<PairRule> rules = new ArrayList<>();
        int holding = Math.min(count, ABOUT_A_TEXT * texts.size());
        while (rules.size() < holding) {
            List<String> words = words(sentence(texts.get(rules.size() % texts.size()), random));
            if (words.size() > 1) {
                words.sort(Comparator.comparing(spread::get)); // the rarest two hold in this text, and hardly in others
                rules.add(new PairRule(words.get(0), "qq" + rules.size(), words.get(1)));
            }
        }
        while (rules.size() < count) {
            int number = rules.size();
            rules.add(new PairRule("zz" + number, "qq" + number, "yy" + number));
        }
        return rules;
    }

    private static String sentence(String text, Random random) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.FRENCH);
        sentences.setText(text);
        int end = sentences.following(random.nextInt(text.length()));
        return text.substring(Math.max(0, sentences.previous()), end);
    }

    private static List<String> words(String text) {
        return new ArrayList<>(Arrays.stream(text.split("[^\\p{L}]+"))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .distinct()
                .toList());
    }

    /** The rules in Vigie's own language. */
    static String yaml(List<PairRule> rules) {
        StringBuilder yaml = new StringBuilder("themes:\n  - id: theme\n    rules:\n");
        for (int i = 0; i < rules.size(); i++) {
            PairRule rule = rules.get(i);
            yaml.append("      - {id: r%d, weight: 0.01, sentence: [\"%s | %s\", \"%s\"]}%n"
                    .formatted(i, rule.first, rule.other, rule.second));
        }
        return yaml.toString();
    }
}
