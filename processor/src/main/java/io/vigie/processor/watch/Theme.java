package io.vigie.processor.watch;

import java.util.List;
import java.util.Map;

/**
 * One theme of a rule file.
 *
 * @param id such as {@code ukraine-support}
 * @param names for people, by language
 * @param threshold score, above 0 and at most 1, from which an item has the theme
 * @param headline factor on the points of a sentence that is in the headline
 * @param context share, 0..1, of the next best sentence's points that is added to those of the best one
 * @param rules in the order of the file
 * @param examples by language, run by {@link RuleSelfTest}
 */
public record Theme(
        String id,
        Map<String, String> names,
        double threshold,
        double headline,
        double context,
        List<Rule> rules,
        Map<String, Examples> examples) {

    public Theme {
        names = Map.copyOf(names);
        rules = List.copyOf(rules);
        examples = Map.copyOf(examples);
    }

    /**
     * What the rules must and must not find.
     *
     * @param positive texts that have the theme
     * @param negative texts that do not
     */
    public record Examples(List<String> positive, List<String> negative) {

        public Examples {
            positive = List.copyOf(positive);
            negative = List.copyOf(negative);
        }
    }
}
