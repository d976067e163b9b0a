package io.vigie.processor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code RULES.md}, which analysts copy from: its rule file is accepted and every line of its tables is true. */
class RulesPageTest {

    private static final Path PAGE = Path.of("RULES.md");
    private static final Pattern RULE_FILE = Pattern.compile("(?s)```yaml\\n(.*?)```");
    private static final Pattern ITEM = Pattern.compile("(?:\\*\\*(?<headline>[^*]+)\\*\\* )?\\*(?<body>[^*]+)\\*");
    private static final int LINES = 17;

    record Line(String query, List<String> found, List<String> notFound) {

        static Line of(String row) {
            String[] cells = row.split("(?<!\\\\)\\|");
            return new Line(cells[1].strip().replace("`", "").replace("\\|", "|"), items(cells[3]), items(cells[4]));
        }

        private static List<String> items(String cell) {
            return Arrays.stream(cell.split("·")).map(String::strip).toList();
        }
    }

    private static String ruleFile() throws IOException {
        Matcher block = RULE_FILE.matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    static Stream<Line> lines() throws IOException {
        List<Line> lines = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `"))
                .map(Line::of)
                .toList();
        assertThat(lines).hasSize(LINES);
        return lines.stream();
    }

    @Test
    void itsRuleFileIsAcceptedAndPassesItsOwnExamples() throws IOException {
        try (Classifier classifier = Classifier.tested(RuleSet.of(ruleFile()))) {
            assertThat(classifier
                            .classify("", "La Pologne commande deux cents missiles.", "fr")
                            .themes())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void findsWhatItSaysAndNothingElse(Line line) throws IOException {
        String lists = ruleFile().substring(0, ruleFile().indexOf("themes:"));
        String theme = """
                themes:
                  - id: asked
                    rules:
                      - {id: query, weight: 1, sentence: "%s"}
                """.formatted(line.query());
        try (Classifier classifier = Classifier.of(RuleSet.of(lists + theme))) {
            assertThat(line.found())
                    .allSatisfy(
                            item -> assertThat(finds(classifier, item)).as(item).isTrue());
            assertThat(line.notFound())
                    .allSatisfy(
                            item -> assertThat(finds(classifier, item)).as(item).isFalse());
        }
    }

    private static boolean finds(Classifier classifier, String written) {
        Matcher item = ITEM.matcher(written);
        assertThat(item.matches()).as(written).isTrue();
        String headline = item.group("headline") == null ? "" : item.group("headline");
        return !classifier.classify(headline, item.group("body"), "fr").themes().isEmpty();
    }
}
