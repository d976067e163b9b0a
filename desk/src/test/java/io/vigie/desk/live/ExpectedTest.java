package io.vigie.desk.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectedTest {

    private static final Instant NOW = Instant.parse("2026-04-01T06:00:00Z");

    private final Expected expected = new Expected(2, Duration.ofMinutes(2));

    @Test
    void waitsForTheRevisionOrANewerOne() {
        expected.add("a", 2, NOW);
        assertThat(expected.arrived("a", 1)).isFalse();
        assertThat(expected.arrived("a", 3)).isTrue();
        assertThat(expected.arrived("a", 3)).as("already pushed").isFalse();
    }

    @Test
    void anOlderRevisionThatComesLateLowersNothing() {
        expected.add("a", 2, NOW);
        expected.add("a", 1, NOW);
        assertThat(expected.arrived("a", 1)).isFalse();
    }

    @Test
    void oneThatNeverComesKeepsNobodyWaitingAndIsGivenUp() {
        expected.add("dead-lettered", 1, NOW);
        expected.add("b", 1, NOW);
        assertThat(expected.postpone(expected.due(1), NOW)).isZero();
        assertThat(expected.due(2)).containsExactly("b", "dead-lettered");
        assertThat(expected.postpone(List.of("dead-lettered"), NOW.plusSeconds(120)))
                .isEqualTo(1);
        assertThat(expected.due(2)).containsExactly("b");
    }

    @Test
    void isBounded() {
        assertThat(expected.add("a", 1, NOW)).isTrue();
        assertThat(expected.add("b", 1, NOW)).isTrue();
        assertThat(expected.add("c", 1, NOW)).isFalse();
        assertThat(expected.add("a", 2, NOW)).as("known").isTrue();
    }
}
