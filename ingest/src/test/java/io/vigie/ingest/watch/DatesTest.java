package io.vigie.ingest.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:30:00+01:00, 2026-03-01T00:00:00Z, 2026-03-02T08:30:00Z", // the page knows best
        ", 2026-03-01T07:00:00Z, 2026-03-01T07:00:00Z",
        "2026-03-01T00:00:00Z, 2026-03-01T07:00:00Z, 2026-03-01T07:00:00Z", // the page gives the day only
        "2026-03-01T00:00:00Z, 2025-01-01T07:00:00Z, 2026-03-01T00:00:00Z", // the list means something else
        "1970-01-01T00:00:00Z, 2026-03-01T07:00:00Z, 2026-03-01T07:00:00Z",
        "2099-01-01T00:00:00Z, 1970-01-01T00:00:00Z,",
        "2026-03-03T09:59:00Z, , 2026-03-03T09:59:00Z", // another zone may be a day ahead
        "2026-03-03T10:01:00Z, ,",
        ",,"
    })
    void believesWhatMakesSense(@Nullable OffsetDateTime page, @Nullable Instant listed, @Nullable Instant expected) {
        assertThat(Dates.published(page, listed, NOW)).isEqualTo(expected);
    }
}
