package io.vigie.processor.watch;

import io.vigie.events.Evidence;
import io.vigie.events.RuleError;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why an item has its themes or has them not: everything that {@link io.vigie.events.Classification} sums up.
 *
 * @param language BCP 47 code whose analyzer was used
 * @param themes of which at least one rule held, in the order of the file
 * @param errors of single rules or of the item
 */
public record Explanation(String language, List<ThemeScore> themes, List<RuleError> errors) {

    public Explanation {
        themes = List.copyOf(themes);
        errors = List.copyOf(errors);
    }

    /**
     * How a theme came out.
     *
     * @param theme id
     * @param score 0..1: {@code 1 - 2^-points}, so that 1 point is 0.5, 2 points 0.75
     * @param matched whether the score reaches the theme's threshold
     * @param points those of the best sentence, the theme's {@code context} share of the next best one's, and those of rules
     *     about the item as a whole
     * @param sentences with points, best first
     * @param item rules about the item as a whole that held
     */
    public record ThemeScore(
            String theme,
            double score,
            boolean matched,
            double points,
            List<SentencePoints> sentences,
            List<FiredRule> item) {

        public ThemeScore {
            sentences = List.copyOf(sentences);
            item = List.copyOf(item);
        }

        /** All rules that held anywhere, each once, as {@code id weight}. */
        List<String> rules() {
            return Stream.concat(sentences.stream().flatMap(sentence -> sentence.rules().stream()), item.stream())
                    .distinct()
                    .map(fired -> fired.rule() + " " + fired.weight())
                    .toList();
        }
    }

    /**
     * What one sentence adds.
     *
     * @param field where it stands
     * @param start offset of its first UTF-16 unit in that field
     * @param end offset behind its last UTF-16 unit
     * @param points sum of the weights of its rules, times the theme's headline factor in the headline
     * @param rules that held in it, heaviest first
     * @param marks the words that the heaviest asks for, offsets from {@code start}: in order, without overlap
     */
    public record SentencePoints(
            Evidence.Field field, int start, int end, double points, List<FiredRule> rules, List<Evidence.Mark> marks) {

        public SentencePoints {
            marks = List.copyOf(marks);
            rules = List.copyOf(rules);
        }
    }

    /**
     * A rule that held.
     *
     * @param rule id
     * @param weight as in the file
     */
    public record FiredRule(String rule, double weight) {}
}
