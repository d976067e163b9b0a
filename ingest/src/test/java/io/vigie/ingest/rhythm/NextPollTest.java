package io.vigie.ingest.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.IntSummaryStatistics;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextPollTest {

    private static final Instant NOW = Instant.parse("2025-04-09T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // pause, failures, retryAfter, at least, at most
        "PT10M,0,,PT9M30S,PT10M30S",
        "PT10M,1,,PT9M30S,PT10M30S",
        "PT10M,2,,PT19M,PT21M",
        "PT10M,3,,PT38M,PT42M",
        "PT10M,4,,PT57M,PT63M",
        "PT1S,0,,PT0.95S,PT1.05S",
        "PT10M,1000000,,PT57M,PT63M",
        "PT3H,5,,PT2H51M,PT3H9M",
        "PT1M,20,,PT57M,PT63M",
        "PT10M,0,PT2H,PT2H,PT2H12M",
        "PT10M,0,PT10M,PT10M,PT10M30S",
        "PT10M,0,PT1S,PT9M30S,PT10M30S",
        "PT10M,1,PT24H,PT24H,PT26H24M"
    })
    void waitsAsLongAsManners(
            Duration pause, int failures, @Nullable Duration retryAfter, Duration atLeast, Duration atMost) {
        for (int i = 0; i < 100; i++) {
            Instant next = NextPoll.after(NOW, "source-" + i, pause, failures, retryAfter);
            assertThat(Duration.between(NOW, next)).isBetween(atLeast, atMost);
        }
    }

    @Test
    void spreadsSourcesThatBeganTogether() {
        int[] perSecond = new int[61];
        IntStream.range(0, 6_000).forEach(i -> {
            Instant next = NextPoll.after(NOW, "source-" + i, Duration.ofMinutes(10), 0, null);
            perSecond[(int) Duration.between(NOW.plusSeconds(570), next).toSeconds()]++;
        });

        IntSummaryStatistics spread =
                IntStream.range(0, 60).map(i -> perSecond[i]).summaryStatistics();
        assertThat(spread.getMin()).isGreaterThan(50);
        assertThat(spread.getMax()).isLessThan(170);
    }

    @Test
    void givesTheSameAnswerOnEveryInstance() {
        assertThat(NextPoll.after(NOW, "otan-fr", Duration.ofMinutes(10), 0, null))
                .isEqualTo(NextPoll.after(NOW, "otan-fr", Duration.ofMinutes(10), 0, null))
                .isNotEqualTo(NextPoll.after(NOW, "otan-en", Duration.ofMinutes(10), 0, null));
    }
}
