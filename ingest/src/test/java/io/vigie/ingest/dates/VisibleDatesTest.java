package io.vigie.ingest.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleDatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            News Published on 9 April 2025 at 14:30 by the press office ; 2025-04-09T14:30Z
            Press release | 09 Apr. 2025 | Last updated: 11 Apr. 2025   ; 2025-04-09T00:00Z
            Publié le 9 avril 2025 à 09h15 - Communiqué                 ; 2025-04-09T09:15Z
            Stand: 9. April 2025                                        ; 2025-04-09T00:00Z
            April 9, 2025 | The Pentagon                                ; 2025-04-09T00:00Z
            5 de abril de 2025 | Nota de prensa                         ; 2025-04-05T00:00Z
            Дата: 9 квітня 2025, 10:15                                  ; 2025-04-09T10:15Z
            [令和7年4月9日] 外務省                                        ; 2025-04-09T00:00Z
            发布时间：2025-04-09 18:30                                   ; 2025-04-09T18:30Z
            2025. 4. 9. 국방부                                           ; 2025-04-09T00:00Z
            09.04.2025 | Pressemitteilung                                ; 2025-04-09T00:00Z
            Nr. 12/2025 of 9/4/2025                                      ; 2025-04-09T00:00Z
            In 2024 the 3 services met 12 times                          ;
            F-16 Block 70, 4.5 billion, 10:30                            ;
            Resolution 2231 (2015)                                       ;
            """)
    void findsTheFirstDateAmongWords(String text, @Nullable OffsetDateTime date) {
        VisibleDates.Found found = VisibleDates.first(text, null, false);

        assertThat(found == null ? null : found.date()).isEqualTo(date);
    }

    @Test
    void tellsAmericanDatesFromOneThatCanBeNothingElse() {
        assertThat(VisibleDates.showsMonthFirst("4/3/2025 4/23/2025")).isTrue();
        assertThat(VisibleDates.showsMonthFirst("4/3/2025 23/4/2025")).isFalse();
        assertThat(VisibleDates.first("4/3/2025", null, true))
                .extracting("date")
                .hasToString("2025-04-03T00:00Z");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "visible.csv", delimiter = '|', quoteCharacter = '`')
    void readsDatesAsNewsroomsWriteThem(String text, DateOrder order, OffsetDateTime expected) {
        assertThat(VisibleDates.first(text, order).map(VisibleDates.Found::date))
                .contains(expected);
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
        assertThat(VisibleDates.first(text, DateOrder.DAY_FIRST)).isEmpty();
    }

    @Test
    void findsEveryDateWithItsPlace() {
        String text = "Published 3 April 2025, updated 5 April 2025.";

        assertThat(VisibleDates.all(text, DateOrder.DAY_FIRST))
                .extracting(found -> text.substring(found.start(), found.end()))
                .containsExactly("3 April 2025", "5 April 2025");
        assertThat(VisibleDates.all(text, DateOrder.DAY_FIRST))
                .extracting(found -> found.date().toLocalDate())
                .containsExactly(LocalDate.of(2025, 4, 3), LocalDate.of(2025, 4, 5));
    }
}
