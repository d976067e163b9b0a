package io.vigie.processor.watch;

import io.vigie.events.RuleSet;
import io.vigie.processor.watch.Explanation.SentencePoints;
import io.vigie.processor.watch.Explanation.ThemeScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How well a rule set finds the themes of labelled items: a report for the authors of rules, not a gate.
 *
 * <p>{@code ThemeEvaluation [themes.yaml [folder of *.jsonl]] [--mistakes fr]} prints it.
 */
final class ThemeEvaluation {

    private final Map<String, Map<String, Tally>> byGroup = new TreeMap<>();
    private final Map<String, int[]> themeless = new TreeMap<>();
    private final List<String> mistakes = new ArrayList<>();

    private ThemeEvaluation() {}

    public static void main(String[] args) throws IOException {
        List<String> files = new ArrayList<>(List.of(args));
        int option = files.indexOf("--mistakes");
        String languages = option < 0 ? "" : files.get(option + 1);
        if (option >= 0) {
            files.subList(option, option + 2).clear();
        }
        RuleSet rules = files.isEmpty() ? ThemeRules.shipped() : RuleSet.of(Files.readString(Path.of(files.get(0))));
        Path folder = Path.of(files.size() > 1 ? files.get(1) : "src/test/resources/themes/dev");
        System.out.print(report(rules, LabelledItem.readAll(folder), languages));
    }

    /** The report; with the mistakes in the languages that are named, such as {@code fr,en}. */
    static String report(RuleSet set, List<LabelledItem> items, String languages) {
        ThemeEvaluation evaluation = new ThemeEvaluation();
        List<String> themes = ThemeRules.parse("rules", set.yaml()).themes().stream()
                .map(Theme::id)
                .toList();
        try (Classifier classifier = Classifier.of(set)) {
            items.forEach(item -> evaluation.count(classifier, item, themes, languages));
        }
        return evaluation.print(themes);
    }

    private void count(Classifier classifier, LabelledItem item, List<String> themes, String languages) {
        Explanation explanation = classifier.explain(item.title(), item.text(), item.language());
        Map<String, ThemeScore> scores =
                explanation.themes().stream().collect(Collectors.toMap(ThemeScore::theme, score -> score));
        boolean any = false;
        for (String theme : themes) {
            ThemeScore score = scores.get(theme);
            boolean found = score != null && score.matched();
            any |= found;
            boolean expected = item.themes().contains(theme);
            for (String group : groups(item)) {
                byGroup.computeIfAbsent(group, key -> new TreeMap<>())
                        .computeIfAbsent(theme, key -> new Tally())
                        .count(expected, found);
            }
            if (found != expected && languages.contains(item.language())) {
                mistakes.add(mistake(item, theme, expected, score));
            }
        }
        if (item.themes().isEmpty()) {
            for (String group : groups(item)) {
                int[] counts = themeless.computeIfAbsent(group, key -> new int[2]);
                counts[0]++;
                counts[1] += any ? 1 : 0;
            }
        }
    }

    private static List<String> groups(LabelledItem item) {
        boolean main = item.language().equals("fr") || item.language().equals("en");
        return List.of("all", item.language(), main ? "fr+en" : "others");
    }

    private static String mistake(
            LabelledItem item, String theme, boolean expected, @org.jspecify.annotations.Nullable ThemeScore score) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s %s %s (%s) %.2f: %s%n",
                expected ? "MISSED" : "FALSE ",
                item.id(),
                theme,
                item.outlet(),
                score == null ? 0 : score.score(),
                item.title()));
        if (expected) {
            text.append("    ").append(item.text().replace("\n", "\n    ")).append('\n');
        }
        if (score != null) {
            score.item()
                    .forEach(
                            rule -> text.append("    whole item: ").append(rule).append('\n'));
            for (SentencePoints sentence : score.sentences()) {
                String field = sentence.field() == io.vigie.events.Evidence.Field.HEADLINE ? item.title() : item.text();
                text.append(String.format(
                        Locale.ROOT,
                        "    %.2f %s%n         %s%n",
                        sentence.points(),
                        sentence.rules().stream()
                                .map(rule -> rule.rule() + " " + rule.weight())
                                .toList(),
                        field.substring(sentence.start(), sentence.end())));
            }
        }
        return text.toString();
    }

    private String print(List<String> themes) {
        StringBuilder text = new StringBuilder();
        byGroup.forEach((group, tallies) -> {
            double macro = themes.stream()
                    .mapToDouble(
                            theme -> tallies.getOrDefault(theme, new Tally()).f1())
                    .average()
                    .orElse(0);
            int[] none = themeless.getOrDefault(group, new int[2]);
            text.append(String.format(
                    Locale.ROOT,
                    "%-7s macro F1 %.3f   %d of %d items without a theme got one (%.1f %%)%n",
                    group,
                    macro,
                    none[1],
                    none[0],
                    none[0] == 0 ? 0 : 100.0 * none[1] / none[0]));
            tallies.forEach((theme, tally) -> text.append(String.format(Locale.ROOT, "  %-18s %s%n", theme, tally)));
        });
        mistakes.forEach(mistake -> text.append('\n').append(mistake));
        return text.toString();
    }
}
