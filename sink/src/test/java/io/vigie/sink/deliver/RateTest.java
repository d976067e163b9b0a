package io.vigie.sink.deliver;

import static io.vigie.sink.deliver.Stories.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

    @ParameterizedTest
    @CsvSource({"1/s, PT1S", "20/m, PT3S", "1/15m, PT15M", "2 / h, PT30M"})
    void readsRates(String text, Duration interval) {
        assertThat(Rate.of(text).interval()).isEqualTo(interval);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0/s", "1/0s", "a/s", "1/d", "-1/s"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> Rate.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBucketGivesItsBurstAndThenOneAnInterval() {
        TokenBucket bucket = TokenBucket.full(Rate.of("1/s").withBurst(3));
        assertThat(bucket.readyFor(3, NOW)).isBeforeOrEqualTo(NOW);
        assertThat(bucket.readyFor(5, NOW)).isEqualTo(NOW.plusSeconds(2));
        for (int i = 0; i < 3; i++) {
            assertThat(bucket.isReady(NOW)).isTrue();
            bucket = bucket.take(NOW);
        }
        assertThat(bucket.isReady(NOW)).isFalse();
        assertThat(bucket.readyAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(bucket.readyFor(1, NOW)).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void aPauseEmptiesTheBucketUntilItsEnd() {
        TokenBucket bucket = TokenBucket.full(Rate.of("1/s")).pausedUntil(NOW.plusSeconds(30));

        assertThat(bucket.readyAt()).isEqualTo(NOW.plusSeconds(30));
        assertThat(bucket.take(NOW.plusSeconds(30)).readyAt()).isEqualTo(NOW.plusSeconds(31));
    }

    @Test
    void quietHoursPassMidnightInTheirOwnZone() {
        QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 0), ZoneId.of("Asia/Tokyo"));
        List<Instant> quiet = List.of(Instant.parse("2026-03-10T13:00:00Z"), Instant.parse("2026-03-10T20:59:59Z"));
        List<Instant> awake = List.of(Instant.parse("2026-03-10T12:59:59Z"), Instant.parse("2026-03-10T21:00:00Z"));

        assertThat(quiet).allMatch(night::covers);
        assertThat(awake).noneMatch(night::covers);
    }
}
