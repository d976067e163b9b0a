package io.vigie.ingest.dates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoField;

/** Years with two or three digits, years of the Buddhist era, and days that a month does not have. */
final class Years {

    private static final int PIVOT = 69;
    private static final int BUDDHIST_ERA = 543;

    private Years() {}

    /** RFC 5322, 4.3, and the pivot of POSIX: {@code 04} is 2004, {@code 98} is 1998, {@code 104} is 2004. */
    static int full(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() < 4) {
            return year < PIVOT ? year + 2000 : year + 1900;
        }
        return christian(year);
    }

    /** Thailand counts from the death of the Buddha: {@code 2568} is 2025. */
    static int christian(int year) {
        return year > 2400 && year < 2700 ? year - BUDDHIST_ERA : year;
    }

    /**
     * 31 June is 1 July, as everybody's date library has it.
     *
     * @throws DateTimeException when no month has that number, or no month so many days
     */
    static LocalDate day(int year, int month, int day) {
        ChronoField.MONTH_OF_YEAR.checkValidValue(month);
        ChronoField.DAY_OF_MONTH.checkValidValue(day);
        return LocalDate.of(year, 1, 1).plusMonths(month - 1L).plusDays(day - 1L);
    }
}
