package io.vigie.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "120, PT2M",
        "0, PT1S",
        "999999999999999999999, PT24H",
        "'Mon, 02 Mar 2026 10:05:00 GMT', PT5M",
        "'Monday, 02-Mar-26 10:05:00 GMT', PT5M",
        "'Mon, 02 Mar 2020 10:05:00 GMT', PT1S",
        "'Mon, 02 Mar 2099 10:05:00 GMT', PT24H",
        "soon,",
        "-5,",
        "'',"
    })
    void readsSecondsAndDates(String value, @Nullable Duration expected) {
        assertThat(RetryAfter.of(Headers.of("Retry-After", value), NOW)).isEqualTo(expected);
    }
}
