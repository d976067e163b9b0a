package io.vigie.audit.replay;

import static io.vigie.audit.Production.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.audit.Production;
import io.vigie.events.Alert;
import io.vigie.events.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is wrong with a record is found, and nothing else is. */
class ReplayDefectsIT extends ReplayCase {

    @Test
    void anAlertThatWasTamperedWithIsADifference() throws Exception {
        try (Production forged = copy("forged.", record -> true)) {
            Alert alert = alerts(forged).stream()
                    .filter(each -> each.alertId().equals(id("late")))
                    .findFirst()
                    .orElseThrow();
            byte[] other = new String(JsonCodec.of(Alert.class).encode(alert), StandardCharsets.UTF_8)
                    .replace("\"rule\":\"missile\"", "\"rule\":\"mussels\"")
                    .getBytes(StandardCharsets.UTF_8);
            forged.send(forged.topics().alerts(), alert.alertId(), other);

            replay(forged, null);

            assertThat(differences()).singleElement().satisfies(line -> {
                assertThat(line.verdict()).isEqualTo(Verdict.CHANGED);
                assertThat(line.themes())
                        .anySatisfy(theme -> assertThat(theme.recorded())
                                .anySatisfy(
                                        evidence -> assertThat(evidence.rule()).isEqualTo("mussels")));
            });
        }
    }

    @Test
    void anItemWithoutARecordIsMissing() throws Exception {
        Set<String> dropped = new HashSet<>();
        try (Production amputated = copy(
                "amputated.",
                record -> !record.topic().equals(production().topics().classifiedItems())
                        || !id("sold").equals(key(record))
                        || !dropped.add(key(record)))) {

            ReplayResult result = replay(amputated, null);

            assertThat(result.totals().deadLetters()).isEqualTo(1);
            assertThat(result.totals().duplicates()).isEqualTo(1);
            assertThat(differences()).singleElement().satisfies(line -> {
                assertThat(line.verdict()).isEqualTo(Verdict.MISSING);
                assertThat(line.alertId()).isEqualTo(id("sold"));
            });
        }
    }

    @Test
    void anItemThatMayStillWaitForItsStoryIsNoDifference() throws Exception {
        Set<String> dropped = new HashSet<>();
        try (Production waiting = production("waiting.")) {
            production()
                    .copyTo(
                            waiting,
                            Duration.ofMinutes(-1), // younger than what was judged last
                            record ->
                                    !record.topic().equals(production().topics().classifiedItems())
                                            || !id("sold").equals(key(record))
                                            || !dropped.add(key(record)));

            ReplayResult result = replay(waiting, null);

            assertThat(differences()).isEmpty();
            assertThat(result.totals().pending()).isEqualTo(1);
        }
    }

    @Test
    void whatProductionHasNotJudgedYetIsNoDifference() throws Exception {
        try (Production busy = copy("busy.", record -> true)) {
            busy.publish(item("two", "A missile", ""));
            busy.publish(item("three", "A missile", ""));

            ReplayResult result = replay(busy, null);

            assertThat(result.identical()).isTrue();
            assertThat(result.totals().pending()).isEqualTo(2);
        }
    }

    @Test
    void withoutTheRulesOfThatTimeNothingIsProven() throws Exception {
        try (Production forgetful = copy(
                "forgetful.",
                record -> !record.topic().equals(production().topics().themes())
                        || key(record).equals(OTHERS.hash()))) {

            replay(forgetful, null);

            assertThat(verdicts("sold")).containsExactly(Verdict.UNPROVEN, Verdict.UNPROVEN);
            assertThat(verdicts("more-guns")).containsExactly(Verdict.IDENTICAL);
        }
    }
}
