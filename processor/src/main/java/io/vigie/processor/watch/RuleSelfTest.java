package io.vigie.processor.watch;

import io.vigie.events.yaml.ConfigurationException;
import io.vigie.processor.watch.Explanation.ThemeScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs the examples that a rule file carries: each theme must find its positive ones and leave its negative ones. */
public final class RuleSelfTest {

    private RuleSelfTest() {}

    /**
     * One example and what became of it.
     *
     * @param theme id
     * @param language of the example
     * @param expected whether the example has the theme
     * @param text of the example
     * @param score that the theme got
     * @param rules that held, as {@code id weight}
     * @param passed whether the theme was found exactly if it was expected, without an error
     */
    public record Outcome(
            String theme,
            String language,
            boolean expected,
            String text,
            double score,
            List<String> rules,
            boolean passed) {

        public Outcome {
            rules = List.copyOf(rules);
        }

        /** One line for the author of the rules. */
        public String describe() {
            return String.format(
                    Locale.ROOT,
                    "theme %s, %s %s example \"%s\": score %.2f, rules %s",
                    theme,
                    language,
                    expected ? "positive" : "negative",
                    text.length() > 160 ? text.substring(0, 157) + "..." : text,
                    score,
                    rules);
        }
    }

    /**
     * Outcome of all examples.
     *
     * @param outcomes in the order of the file
     */
    public record Report(List<Outcome> outcomes) {

        public Report {
            outcomes = List.copyOf(outcomes);
        }

        public List<Outcome> failures() {
            return outcomes.stream().filter(outcome -> !outcome.passed()).toList();
        }

        /**
         * Refuses a rule set that fails its own examples.
         *
         * @throws ConfigurationException that names the first failing example and counts the others
         */
        public void requirePassed(String file) {
            List<Outcome> failures = failures();
            if (!failures.isEmpty()) {
                throw new ConfigurationException(file + ": " + failures.size() + " of " + outcomes.size()
                        + " examples fail; mend the rule or the example: "
                        + failures.get(0).describe());
            }
        }

        /** A table for people: a line per theme and language, then every failure. */
        public String table() {
            Map<String, List<Outcome>> rows = outcomes.stream()
                    .collect(Collectors.groupingBy(
                            outcome -> outcome.theme() + " " + outcome.language(), TreeMap::new, Collectors.toList()));
            StringBuilder table = new StringBuilder(
                    String.format(Locale.ROOT, "%-20s %-4s %10s %10s%n", "theme", "lang", "positive", "negative"));
            rows.values()
                    .forEach(row -> table.append(String.format(
                            Locale.ROOT,
                            "%-20s %-4s %10s %10s%n",
                            row.get(0).theme(),
                            row.get(0).language(),
                            passed(row, true),
                            passed(row, false))));
            failures()
                    .forEach(failure ->
                            table.append("FAILED ").append(failure.describe()).append(System.lineSeparator()));
            return table.toString();
        }

        private static String passed(List<Outcome> row, boolean expected) {
            List<Outcome> examples = row.stream()
                    .filter(outcome -> outcome.expected() == expected)
                    .toList();
            return examples.stream().filter(Outcome::passed).count() + "/" + examples.size();
        }
    }

    /** Classifies every example of the file with its rules. */
    public static Report run(ThemeRules rules) {
        try (Classifier classifier = Classifier.of(rules)) {
            return run(rules, classifier);
        }
    }

    /** The same with a classifier of these rules that is there already. */
    static Report run(ThemeRules rules, Classifier classifier) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Theme theme : rules.themes()) {
            new TreeMap<>(theme.examples()).forEach((language, examples) -> {
                examples.positive().forEach(text -> outcomes.add(outcome(classifier, theme, language, true, text)));
                examples.negative().forEach(text -> outcomes.add(outcome(classifier, theme, language, false, text)));
            });
        }
        return new Report(outcomes);
    }

    private static Outcome outcome(Classifier classifier, Theme theme, String language, boolean expected, String text) {
        Explanation explanation = classifier.explain("", text, language);
        Optional<ThemeScore> score = explanation.themes().stream()
                .filter(found -> found.theme().equals(theme.id()))
                .findFirst();
        boolean matched = score.isPresent() && score.get().matched();
        return new Outcome(
                theme.id(),
                language,
                expected,
                text,
                score.map(ThemeScore::score).orElse(0.0),
                score.stream().flatMap(found -> found.rules().stream()).toList(),
                matched == expected && explanation.errors().isEmpty());
    }
}
