package io.vigie.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.audit.Production;
import io.vigie.audit.topic.Bound;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.junit.jupiter.api.Test;

/** Replay against the processor of production on a real broker. */
class ReplayIT extends ReplayCase {

    @Test
    void underTheRulesOfTheirTimeEverythingIsIdentical() throws Exception {
        ReplayResult result = replay(production(), null);

        assertThat(differences()).isEmpty();
        assertThat(result.identical()).isTrue();
        Totals totals = result.totals();
        assertThat(totals.items()).isEqualTo(14);
        assertThat(totals.duplicates()).isEqualTo(1);
        assertThat(totals.deadLetters()).isEqualTo(1);
        assertThat(totals.pending()).isZero();
        assertThat(totals.alerts().identical()).isEqualTo(9);
        assertThat(totals.items()).isEqualTo(9 + totals.quiet() + totals.duplicates() + totals.deadLetters());
        assertThat(theme(totals, "ships").identical()).isEqualTo(2);
    }

    @Test
    void otherRulesGainLoseAndChange() throws Exception {
        ReplayResult result = replay(production(), OTHERS);

        assertThat(result.identical()).isFalse();
        assertThat(verdicts("guns")).containsExactly(Verdict.GAINED);
        assertThat(verdicts("gone")).containsExactly(Verdict.LOST, Verdict.LOST);
        assertThat(verdicts("sold")).containsExactly(Verdict.CHANGED, Verdict.CHANGED);
        assertThat(verdicts("late")).containsExactly(Verdict.IDENTICAL);
        assertThat(verdicts("fired")).containsExactly(Verdict.IDENTICAL, Verdict.IDENTICAL);
        assertThat(theme(result.totals(), "arms").gained()).isEqualTo(1);
        assertThat(theme(result.totals(), "ships").lost()).isEqualTo(2);
        ThemeVerdict arms = lines().stream()
                .filter(line -> line.alertId().equals(id("sold")))
                .findFirst()
                .orElseThrow()
                .themes()
                .get(0);
        assertThat(arms.replayedScore()).isLessThan(Objects.requireNonNull(arms.recordedScore()));
    }

    @Test
    void aPartOfTheTopicIsJudgedByItself() throws Exception {
        for (int partition = 0; partition < 4; partition++) {
            Bound second = new Bound.Offsets(Map.of(partition, 1L));

            ReplayResult result = run(
                    new Replay(production().access(), production().topics(), 2),
                    ReplayRequest.classify(second, new Bound.Latest(), "second of " + partition, null, "test"));

            assertThat(differences()).isEmpty();
            assertThat(result.spans()).hasSize(1);
        }
    }

    @Test
    void touchesNoGroupAndWritesNothing() throws Exception {
        try (Admin admin = Admin.create(new HashMap<>(production().kafka()))) {
            Map<String, Long> lengths = lengths(production());
            Set<String> groups = groups(admin);
            Set<String> topics = admin.listTopics().names().get();

            replay(production(), OTHERS);

            assertThat(lengths(production())).isEqualTo(lengths);
            assertThat(groups(admin)).isEqualTo(groups);
            assertThat(admin.listTopics().names().get()).isEqualTo(topics);
        }
    }

    private static Map<String, Long> lengths(Production production) {
        return production.topics().all().stream()
                .collect(Collectors.toMap(
                        spec -> spec.name(),
                        spec -> production.access().all(spec.name()).stream()
                                .mapToLong(span -> span.length())
                                .sum()));
    }

    private static Set<String> groups(Admin admin) throws Exception {
        return admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .collect(Collectors.toSet());
    }
}
