package io.vigie.processor.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.events.yaml.ConfigurationException;
import org.junit.jupiter.api.Test;

class RuleSelfTestTest {

    private static final String GOOD = """
            themes:
              - id: arms
                rules:
                  - {id: missile, weight: 1, sentence: missile}
                examples:
                  fr: {positive: [Un missile.], negative: [Un train.]}
                  en: {positive: [A missile.], negative: [A train., A plane.]}
            """;

    @Test
    void passesAFileThatFindsItsExamples() {
        RuleSelfTest.Report report = RuleSelfTest.run(ThemeRules.parse("themes.yaml", GOOD));

        assertThat(report.outcomes()).hasSize(5);
        assertThat(report.failures()).isEmpty();
        assertThatCode(() -> report.requirePassed("themes.yaml")).doesNotThrowAnyException();
        assertThat(report.table().lines())
                .containsExactly(
                        "theme                lang   positive   negative",
                        "arms                 en          1/1        2/2",
                        "arms                 fr          1/1        1/1");
    }

    @Test
    void refusesAFileThatMissesAnExample() {
        String yaml = GOOD.replace("[Un missile.]", "[Un missile., Une torpille.]");
        RuleSelfTest.Report report = RuleSelfTest.run(ThemeRules.parse("themes.yaml", yaml));

        assertThatThrownBy(() -> report.requirePassed("themes.yaml"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("themes.yaml: 1 of 6 examples fail; mend the rule or the example: "
                        + "theme arms, fr positive example \"Une torpille.\": score 0.00, rules []");
        assertThat(report.table()).contains("1/2").contains("FAILED theme arms");
    }

    @Test
    void namesTheRuleThatFindsTooMuch() {
        String yaml = GOOD.replace("[Un train.]", "[Un missile de papier.]");
        RuleSelfTest.Report report = RuleSelfTest.run(ThemeRules.parse("themes.yaml", yaml));

        assertThatThrownBy(() -> report.requirePassed("themes.yaml"))
                .hasMessageContaining("negative example \"Un missile de papier.\": score 0.50, rules [missile 1.0]");
    }
}
