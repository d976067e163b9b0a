package io.vigie.ingest.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedDatesTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "stated.csv", delimiter = ';', numLinesToSkip = 1)
    void readsDatesAsTheyAreMeant(String stated, @Nullable OffsetDateTime means) {
        assertThat(StatedDates.parse(stated, null)).isEqualTo(means);
        assertThat(StatedDates.parse("\n  " + stated + "\u00a0 ", null)).isEqualTo(means);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025-04-09 10:00                     | Europe/Paris  | 2025-04-09T10:00+02:00
            9 janvier 2025                       | Europe/Paris  | 2025-01-09T00:00+01:00
            2025-04-09 10:00Z                    | Europe/Paris  | 2025-04-09T10:00Z
            Tue Apr 08 10:00:00 CST 2025         | Asia/Shanghai | 2025-04-08T10:00+08:00
            Tue Apr 08 10:00:00 CST 2025         |               | 2025-04-08T10:00-06:00
            2004년 05월 28일 01:31:15             | Asia/Tokyo    | 2004-05-28T01:31:15+09:00
            """)
    void takesTheZoneOfTheSourceWhereNoneIsStated(String stated, @Nullable ZoneId local, OffsetDateTime means) {
        assertThat(StatedDates.parse(stated, local)).isEqualTo(means);
    }

    @Test
    void readsTheMonthFirstWhereToldSo() {
        assertThat(StatedDates.parse("04/09/2025", null, true)).isEqualTo("2025-04-09T00:00Z");
        assertThat(StatedDates.parse("04.09.2025", null, true)).isEqualTo("2025-09-04T00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "a", "1 ", "a ", "1:", "Jan ", "+01", "年", "-", "2004-", "\u0660", "\u00a0"})
    void staysFastOnTextsMadeToHurt(String part) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(StatedDates.parse(part.repeat(2_000_000 / part.length()), null))
                        .isNull());
    }
}
