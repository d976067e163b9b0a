package io.vigie.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Alert;
import io.vigie.events.Evidence;
import io.vigie.events.Evidence.Field;
import io.vigie.events.Outlet;
import io.vigie.events.Provenance;
import io.vigie.events.ThemeMatch;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Evidence PROOF = new Evidence("r1", Field.BODY, 0, 9, "A missile");
    private static final Evidence OTHER = new Evidence("r2", Field.BODY, 0, 9, "A missile");

    @Test
    void theClockTheStoryAndMarkedWordsAreNotCompared() {
        Alert recorded = alert(Alert.Status.NEW, "then", "story-1", Map.of("classified", 7L), 0.5, PROOF);
        Evidence marked = new Evidence("r1", Field.BODY, 0, 9, "A missile", List.of(new Evidence.Mark(2, 9)));
        Alert replayed = alert(Alert.Status.NEW, "then", "story-2", Map.of("classified", 9L), 0.5, marked);

        assertThat(Comparison.of(recorded, replayed, true).verdict()).isEqualTo(Verdict.IDENTICAL);
    }

    @Test
    void theLastBitOfAScoreCounts() {
        Comparison comparison = Comparison.of(alert(0.5, PROOF), alert(Math.nextUp(0.5), PROOF), true);

        assertThat(comparison.verdict()).isEqualTo(Verdict.CHANGED);
        assertThat(comparison.themes()).singleElement().satisfies(theme -> {
            assertThat(theme.verdict()).isEqualTo(Verdict.CHANGED);
            assertThat(theme.recorded()).as("evidence is the same").isEmpty();
        });
    }

    @Test
    void showsEvidenceOfBothSidesWhereItDiffers() {
        assertThat(Comparison.of(alert(0.5, PROOF), alert(0.5, OTHER), true).themes())
                .containsExactly(new ThemeVerdict("arms", Verdict.CHANGED, 0.5, 0.5, List.of(PROOF), List.of(OTHER)));
    }

    @Test
    void theRuleSetCountsOnlyUnderTheRulesOfItsTime() {
        Alert recorded = alert(Alert.Status.NEW, "then", "s", Map.of(), 0.5, PROOF);
        Alert replayed = alert(Alert.Status.NEW, "now", "s", Map.of(), 0.5, PROOF);

        assertThat(Comparison.of(recorded, replayed, false).verdict()).isEqualTo(Verdict.IDENTICAL);
        assertThat(Comparison.of(recorded, replayed, true).differences()).containsExactly("ruleset: then -> now");
    }

    @Test
    void evidenceThatARetractionCarriesOnIsNotComparedAgain() {
        Alert recorded = alert(Alert.Status.RETRACTED, "then", "s", Map.of(), 0.5, PROOF);
        Alert replayed = alert(Alert.Status.RETRACTED, "then", "s", Map.of(), 0.5, OTHER);

        assertThat(Comparison.of(recorded, replayed, true).verdict()).isEqualTo(Verdict.IDENTICAL);
    }

    @Test
    void oneSideOnlyIsGainedOrLost() {
        assertThat(Comparison.of(null, alert(0.5, PROOF), true).verdict()).isEqualTo(Verdict.GAINED);
        assertThat(Comparison.of(alert(0.5, PROOF), null, true).verdict()).isEqualTo(Verdict.LOST);
        assertThat(Comparison.of(null, null, true).verdict()).isEqualTo(Verdict.IDENTICAL);
    }

    private static Alert alert(double score, Evidence evidence) {
        return alert(Alert.Status.NEW, "then", "s", Map.of(), score, evidence);
    }

    private static Alert alert(
            Alert.Status status,
            String ruleset,
            String story,
            Map<String, Long> latency,
            double score,
            Evidence evidence) {
        return new Alert(
                "a",
                "a",
                1,
                status,
                URI.create("https://outlet.example/a"),
                "A missile",
                "A missile",
                List.of(),
                "en",
                new Outlet("o", "O", null),
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                List.of(new ThemeMatch("arms", score, List.of(evidence))),
                List.of(),
                null,
                story,
                ruleset,
                new Provenance("items", 0, 0, null),
                latency);
    }
}
