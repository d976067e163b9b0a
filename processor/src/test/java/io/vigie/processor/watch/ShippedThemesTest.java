package io.vigie.processor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Evidence;
import io.vigie.events.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rule set that comes with Vigie. */
class ShippedThemesTest {

    private static final Path DEVELOPMENT_SET = Path.of("src/test/resources/themes/dev");

    @Test
    void passesItsOwnExamples() {
        RuleSelfTest.Report report = RuleSelfTest.run(
                ThemeRules.parse(ThemeRules.FILE, ThemeRules.shipped().yaml()));

        assertThat(report.outcomes()).isNotEmpty();
        assertThat(report.failures()).extracting(RuleSelfTest.Outcome::describe).isEmpty();
    }

    @Test
    void quotesEvidenceVerbatim() {
        try (Classifier classifier = Classifier.of(ThemeRules.shipped())) {
            for (LabelledItem item : LabelledItem.readAll(DEVELOPMENT_SET)) {
                classifier.classify(item.title(), item.text(), item.language()).themes().stream()
                        .flatMap(theme -> theme.evidence().stream())
                        .forEach(evidence -> assertThat(
                                        field(item, evidence).substring(evidence.start(), evidence.end()))
                                .isEqualTo(evidence.quote()));
            }
        }
    }

    /** Not a gate: rules that were tuned until the build is green would only know this set. */
    @Test
    void reportsHowWellItDoesOnTheDevelopmentSet() throws IOException {
        RuleSet shipped = ThemeRules.shipped();
        List<LabelledItem> items = LabelledItem.readAll(DEVELOPMENT_SET);
        Path report = Path.of("target/theme-evaluation.txt");

        Files.writeString(report, ThemeEvaluation.report(shipped, items, "fr,en,de,es,it,pl,uk,ja,zh"));

        assertThat(items).hasSizeGreaterThanOrEqualTo(300);
        assertThat(report).content().contains("macro F1");
    }

    private static String field(LabelledItem item, Evidence evidence) {
        return evidence.field() == Evidence.Field.HEADLINE ? item.title() : item.text();
    }
}
