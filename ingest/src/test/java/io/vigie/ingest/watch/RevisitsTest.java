package io.vigie.ingest.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisitsTest {

    private static final Instant SEEN = Instant.parse("2026-03-02T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT0S, PT10M, PT10M",
        "PT20M, PT10M, PT10M",
        "PT4H, PT10M, PT1H",
        "PT8S, PT1S, PT2S",
        "P30D, PT10M, PT180H",
        "P31D, PT10M,"
    })
    void comesBackAfterAQuarterOfThePagesAge(Duration age, Duration every, @Nullable Duration pause) {
        Instant now = SEEN.plus(age);

        assertThat(Revisits.afterSuccess(SEEN, every, now)).isEqualTo(pause == null ? null : now.plus(pause));
    }

    @Test
    void asksForAPageSomeThirtyTimesInAMonth() {
        int visits = 0;
        for (Instant visit = SEEN; visit != null; visits++) {
            visit = Revisits.afterSuccess(SEEN, Duration.ofMinutes(10), visit);
        }

        assertThat(visits).isBetween(25, 40);
    }

    @ParameterizedTest
    @CsvSource({"1, PT10M, , PT10M", "2, PT10M, , PT20M", "50, PT10M, , PT12H", "1, PT10M, PT2H, PT2H", "9, P1D, , P1D"
    })
    void backsOffFromWhatFails(int failures, Duration every, @Nullable Duration wish, Duration pause) {
        assertThat(Revisits.afterFailure(failures, every, wish, SEEN)).isEqualTo(SEEN.plus(pause));
    }

    @Test
    void doesNotFollowAFeedThatDatesEverythingNow() {
        Instant now = SEEN.plus(Duration.ofHours(40));

        assertThat(Revisits.afterRedating(SEEN, now.minusSeconds(60), Duration.ofMinutes(10), now))
                .isEqualTo(now.minusSeconds(60).plus(Duration.ofHours(1)));
        assertThat(Revisits.afterRedating(SEEN, now.minus(Duration.ofHours(5)), Duration.ofMinutes(10), now))
                .isEqualTo(now);
    }
}
