package io.vigie.sink.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.sink.Change;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertMonthTest {

    @ParameterizedTest
    @CsvSource({
        "2025-04-08T10:00:00Z, 2025-04",
        "2025-04-30T23:59:59.999Z, 2025-04",
        "2025-05-01T00:00:00Z, 2025-05",
        "2000-01-01T00:00:00Z, 2000-01",
        "2049-12-31T23:59:59Z, 2049-12",
        "1999-12-31T23:59:59Z, undated",
        "2050-01-01T00:00:00Z, undated",
        "-0001-01-01T00:00:00Z, undated",
        "+12025-01-01T00:00:00Z, undated"
    })
    void isTheMonthOfFilingWithinBounds(Instant filedAt, String month) {
        assertThat(AlertMonth.of(new Change(Samples.alert("a")).filedAt(filedAt).alert()))
                .isEqualTo(month);
    }
}
