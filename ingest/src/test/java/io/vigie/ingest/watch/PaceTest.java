package io.vigie.ingest.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        ", PT10M, true, PT10M", // the first look finds everything new
        "PT10M, PT10M, true, PT5M",
        "PT90S, PT10M, true, PT1M",
        "PT1M, PT10M, true, PT1M",
        "PT1M, PT10M, false, PT90S",
        "PT8M, PT10M, false, PT10M",
        "PT1S, PT1S, true, PT1S",
        "PT1H, PT10M, false, PT10M" // the definition was changed
    })
    void followsTheRhythmOfTheSource(@Nullable Duration pace, Duration every, boolean foundNew, Duration expected) {
        assertThat(Pace.next(pace, every, foundNew)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "PT10M, 0, , PT570S, PT630S",
        "PT10M, 1, , PT570S, PT630S",
        "PT10M, 3, , PT38M, PT42M",
        "PT10M, 30, , PT57M, PT63M",
        "PT2H, 30, , PT114M, PT126M",
        "PT10M, 1, PT24H, PT24H, PT26H30M",
        "PT10M, 0, PT1S, PT10M, PT11M"
    })
    void comesBackEverMoreRarelyToWhatFails(
            Duration pace, int failures, @Nullable Duration wish, Duration from, Duration to) {
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            assertThat(Duration.between(NOW, Pace.nextPoll(pace, failures, wish, NOW, random)))
                    .isBetween(from, to);
        }
    }

    @Test
    void spreadsWhatBeganTogether() {
        Random random = new Random(1);

        assertThat(Pace.nextPoll(Duration.ofMinutes(10), 0, null, NOW, random))
                .isNotEqualTo(Pace.nextPoll(Duration.ofMinutes(10), 0, null, NOW, random));
    }
}
