package io.vigie.ingest.dates;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.EthiopicCalendar;
import com.ibm.icu.util.PersianCalendar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.JulianFields;

/** What the years and months of a date are counted by. */
enum CalendarSystem {
    GREGORIAN {
        @Override
        LocalDate day(int year, int month, int day) {
            return LocalDate.of(Years.christian(year), month, day);
        }
    },
    /** Of Iran and Afghanistan: 24 Esfand 1403 is 14 March 2025. */
    SOLAR_HIJRI {
        @Override
        LocalDate day(int year, int month, int day) {
            return reckoned(new PersianCalendar(), year, month, day);
        }
    },
    /** That of Umm al-Qura, of Saudi Arabia: 14 Ramadan 1446 is 14 March 2025. */
    LUNAR_HIJRI {
        @Override
        LocalDate day(int year, int month, int day) {
            return LocalDate.from(HijrahDate.of(year, month, day));
        }
    },
    /** 5 Megabit 2017 is 14 March 2025. */
    ETHIOPIC {
        @Override
        LocalDate day(int year, int month, int day) {
            return reckoned(new EthiopicCalendar(), year, month, day);
        }
    };

    private static final int FIRST_HIJRI = 1_370;

    /** Solar years are at 1403 when lunar ones are at 1446. */
    private static final int FIRST_LUNAR = 1_425;

    private static final int LAST_HIJRI = 1_480;

    /**
     * The day in the calendar of the world.
     *
     * @throws DateTimeException when there is no such day
     */
    abstract LocalDate day(int year, int month, int day);

    /** What {@code 1403/12/24} is counted by: years of the Hijra are far from ours, and solar from lunar ones. */
    static CalendarSystem ofYear(int year) {
        if (year < FIRST_HIJRI || year > LAST_HIJRI) {
            return GREGORIAN;
        }
        return year < FIRST_LUNAR ? SOLAR_HIJRI : LUNAR_HIJRI;
    }

    private static LocalDate reckoned(Calendar calendar, int year, int month, int day) {
        calendar.clear();
        calendar.setLenient(false);
        calendar.set(year, month - 1, day);
        try {
            return LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, calendar.get(Calendar.JULIAN_DAY));
        } catch (IllegalArgumentException e) {
            throw new DateTimeException("no such day: " + year + "-" + month + "-" + day, e);
        }
    }
}
