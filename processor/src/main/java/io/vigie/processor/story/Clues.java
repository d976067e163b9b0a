package io.vigie.processor.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the clues of one text. Mentions add up, dampened, so that a name said ten times does not count ten times. */
final class Clues {

    private record Key(Kind kind, String key) {}

    private static final class Sum {
        private double weight;
        private String spelling = "";
    }

    private final Map<Key, Sum> sums = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    void name(String latin, double weight) {
        if (latin.length() >= 2) {
            Sum sum = add(Kind.NAME, Names.key(latin), weight);
            if (sum.spelling.isEmpty()) {
                sum.spelling = Names.spelling(latin);
            }
        }
    }

    /** A thing under the key of a table: a person when it begins with {@code @}, else a place. */
    void alias(String key, double weight) {
        add(key.startsWith("@") ? Kind.NAME : Kind.PLACE, key, weight);
    }

    void place(String country, double weight) {
        add(Kind.PLACE, country, weight);
    }

    void concept(String key, double weight) {
        add(Kind.CONCEPT, key, weight);
    }

    void figure(String value, double weight) {
        add(Kind.FIGURE, value, weight);
    }

    void word(String stem, double weight) {
        add(Kind.WORD, stem, weight);
    }

    /** The next word in order, for {@link MinHash}. */
    void next(String word) {
        words.add(word);
    }

    List<String> words() {
        return words;
    }

    /** The strongest of each kind, sorted by key. */
    List<Clue> strongest(int most) {
        return sums.entrySet().stream()
                .map(entry -> Clue.of(
                        entry.getKey().kind(),
                        entry.getKey().key(),
                        dampened(entry.getValue().weight),
                        entry.getValue().spelling))
                .sorted(Comparator.comparingDouble(Clue::weight).reversed().thenComparingLong(Clue::key))
                .limit(most)
                .sorted(Comparator.comparingLong(Clue::key))
                .toList();
    }

    private static double dampened(double weight) {
        return weight <= 1 ? weight : 1 + Math.log(weight) / 2;
    }

    private Sum add(Kind kind, String key, double weight) {
        Sum sum = sums.computeIfAbsent(new Key(kind, key), any -> new Sum());
        sum.weight += weight;
        return sum;
    }
}
