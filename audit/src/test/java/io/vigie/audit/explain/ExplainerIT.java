package io.vigie.audit.explain;

import static io.vigie.audit.Production.RULES;
import static io.vigie.audit.Production.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.audit.Production;
import io.vigie.audit.explain.Explained.Reproduction;
import io.vigie.events.PressItem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainerIT {

    @TempDir
    private static Path data;

    @AutoClose
    private static Production production;

    @BeforeAll
    static void start() throws Exception {
        production = Production.start(data, "explain.");
        PressItem gone = item("gone", "A frigate sails", "It sails at dawn.");
        production.publish(item("sold", "A missile", "Rain. A missile contract was signed. Sun."));
        production.publish(gone);
        production.publish(gone.withdrawn(Instant.parse("2026-03-03T00:00:00Z")));
        production.judge(RULES);
    }

    private static Explained explain(String path, OptionalInt revision) {
        return new Explainer(production.access(), production.topics())
                .explain(item(path, "", "").id(), revision)
                .orElseThrow();
    }

    @Test
    void makesTheReckoningAgainFromTheItemAndItsRules() {
        Explained explained = explain("sold", OptionalInt.empty());

        assertThat(explained.reproduction()).isEqualTo(Reproduction.IDENTICAL);
        assertThat(explained.ruleset()).isEqualTo(RULES.hash());
        assertThat(explained.rulesetPublished()).isNotNull();
        assertThat(explained.reckoning()).singleElement().satisfies(arms -> {
            assertThat(arms.score()).isCloseTo(1 - Math.pow(2, -arms.points()), within(1e-9));
            assertThat(arms.sentences()).anySatisfy(sentence -> {
                assertThat(sentence.quote()).isEqualTo("A missile contract was signed.");
                assertThat(sentence.before()).isEqualTo("Rain. ");
                assertThat(sentence.after()).isEqualTo(" Sun.");
                assertThat(sentence.rules())
                        .extracting(rule -> rule.rule() + " " + rule.weight())
                        .containsExactly("missile 1.0", "contract 0.5");
            });
        });
    }

    @Test
    void aWithdrawnPageIsExplainedByTheRevisionBefore() {
        assertThat(explain("gone", OptionalInt.empty()).reproduction()).isEqualTo(Reproduction.WITHDRAWN);
        assertThat(explain("gone", OptionalInt.of(1)).reproduction()).isEqualTo(Reproduction.IDENTICAL);
        assertThat(explain("gone", OptionalInt.empty()).history()).hasSize(1);
    }

    @Test
    void knowsNoAlertThatWasNeverRaised() {
        assertThat(new Explainer(production.access(), production.topics()).explain("never", OptionalInt.empty()))
                .isEmpty();
    }

    @Test
    void countsWhatEachRuleSetHasRaisedAndMissesThoseThatAreGone() throws Exception {
        assertThat(RuleSetUse.history(production.access(), production.topics()))
                .singleElement()
                .satisfies(use -> {
                    assertThat(use.hash()).isEqualTo(RULES.hash());
                    assertThat(use.active()).isTrue();
                    assertThat(use.alerts()).isEqualTo(3);
                });

        try (Production forgetful = production.beside("forgetful.")) {
            production.copyTo(
                    forgetful,
                    Duration.ZERO,
                    record -> !record.topic().equals(production.topics().themes()));
            forgetful.send(forgetful.topics().themes(), "x", "no rule set".getBytes(StandardCharsets.UTF_8));

            assertThat(RuleSetUse.history(forgetful.access(), forgetful.topics()))
                    .singleElement()
                    .satisfies(use -> assertThat(use.published()).isNull());
        }
    }
}
