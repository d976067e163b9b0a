package io.vigie.ingest.scrape.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

    private final DateText dates = new DateText();

    @ParameterizedTest
    @CsvFileSource(resources = "dates.csv", delimiter = '|', quoteCharacter = '`')
    void readsDatesAsNewsroomsWriteThem(String text, DateOrder order, OffsetDateTime expected) {
        assertThat(dates.first(text, order).map(FoundDate::at)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30 February 2025",
                "version 1.2.3",
                "192.168.10.25",
                "2025",
                "April 2025",
                "12345678901234567890",
                "99999999",
                "13/13/2013",
                "3 apples 2025",
                "may 2025 be better",
                "1789-07-14",
                "+33 1 23 45 67 89"
            })
    void findsNoDateWhereThereIsNone(String text) {
        assertThat(dates.first(text, DateOrder.DAY_FIRST)).isEmpty();
    }

    @Test
    void findsEveryDateWithItsPlace() {
        String text = "Published 3 April 2025, updated 5 April 2025.";

        assertThat(dates.all(text, DateOrder.DAY_FIRST))
                .extracting(found -> text.substring(found.from(), found.to()))
                .containsExactly("3 April 2025", "5 April 2025");
        assertThat(dates.all(text, DateOrder.DAY_FIRST))
                .extracting(found -> found.at().toLocalDate())
                .containsExactly(LocalDate.of(2025, 4, 3), LocalDate.of(2025, 4, 5));
    }
}
