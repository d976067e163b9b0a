package io.vigie.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

    @ParameterizedTest
    @CsvSource({"1,100", "2,200", "4,800", "7,5000", "1000000,5000"})
    void spreadsPausesUpToADoublingBound(int failures, long boundMillis) {
        Random random = new Random(1);
        long longest = 0;
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < 2_000; i++) {
            long pause = BACKOFF.pause(failures, random).toMillis();
            longest = Math.max(longest, pause);
            shortest = Math.min(shortest, pause);
        }
        assertThat(longest).isBetween(boundMillis * 9 / 10, boundMillis);
        assertThat(shortest).isBetween(0L, boundMillis / 10);
    }

    @Test
    void refusesToStartAtZero() {
        assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
