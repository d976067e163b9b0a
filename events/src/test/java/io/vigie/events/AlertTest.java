package io.vigie.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AlertTest {

    private static final Instant SEEN = Instant.parse("2026-04-08T09:00:00Z");

    @Test
    void theLatencyClockStartsAtPublication() {
        Instant published = SEEN.minusSeconds(30);

        assertThat(Alert.latencyStart(published, SEEN)).isEqualTo(published);
    }

    @Test
    void theLatencyClockOfAnItemWithoutADateOrDatedAheadStartsAtItsDetection() {
        assertThat(Alert.latencyStart(null, SEEN)).isEqualTo(SEEN);
        assertThat(Alert.latencyStart(Instant.parse("2099-12-31T23:59:59Z"), SEEN))
                .isEqualTo(SEEN);
    }
}
