package io.vigie.audit.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundTest {

    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-01T00:00:00Z",
        "2026-03-01T08:30:00Z, 2026-03-01T08:30:00Z",
        "2026-03-01T08:30:00.250Z, 2026-03-01T08:30:00.250Z",
        "30d, 2026-03-01T12:00:00Z",
        "-30d, 2026-03-01T12:00:00Z",
        "12h, 2026-03-31T00:00:00Z",
        "45m, 2026-03-31T11:15:00Z"
    })
    void understandsTimes(String text, Instant time) {
        assertThat(Bound.parse(text, NOW)).isEqualTo(new Bound.Time(time));
    }

    @Test
    void understandsEndsAndOffsets() {
        assertThat(Bound.parse("earliest", NOW)).isEqualTo(new Bound.Earliest());
        assertThat(Bound.parse("latest", NOW)).isEqualTo(new Bound.Latest());
        assertThat(Bound.parse("0:120,3:95", NOW)).isEqualTo(new Bound.Offsets(Map.of(0, 120L, 3, 95L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-02-30", "30", "0:1,", "0:-1", "1,2"})
    void refusesTheRestWithWhatMayBeSaid(String text) {
        assertThatThrownBy(() -> Bound.parse(text, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0:120,1:95");
    }
}
