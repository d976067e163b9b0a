package io.vigie.ingest.dates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A month that a text names: {@code April}, {@code نيسان/أبريل}, {@code เม.ย.}, {@code كانون الثاني}, {@code اسفند}.
 *
 * @param calendar which has a month of that name
 * @param number 1 to 12, or 13 for the days between years of Ethiopia
 * @param thai whether it is written in Thai: its years are those of the Buddhist era, also when they have two digits
 * @param next index of the token behind it
 */
record MonthName(CalendarSystem calendar, int number, boolean thai, int next) {

    private static final int BUDDHIST_CENTURY = 2_500;

    private static final Map<String, MonthName> OF_OTHER_CALENDARS = ofOtherCalendars();

    /** The month that is named at a token; {@code null} when none is. */
    static @Nullable MonthName at(Tokens t, int i) {
        if (t.type(i) != Tokens.Type.WORD) {
            return null;
        }
        MonthName name = named(t, i);
        if (name == null) {
            return null;
        }
        // Where two sets of names are in use, the other one is added: "14 آذار/مارس 2025".
        boolean other = t.isMark(name.next, '/') || t.isMark(name.next, '(');
        MonthName again = other && t.type(name.next + 1) == Tokens.Type.WORD ? named(t, name.next + 1) : null;
        if (again == null || again.number != name.number || again.calendar != name.calendar) {
            return name;
        }
        return name.upTo(t.isMark(again.next, ')') ? again.next + 1 : again.next);
    }

    private static @Nullable MonthName named(Tokens t, int i) {
        String word = t.word(i);
        if (t.type(i + 1) == Tokens.Type.WORD) {
            MonthName two = of(word + " " + t.word(i + 1), i + 2);
            if (two != null) {
                return two;
            }
        }
        if (t.isMark(i + 1, '.') && t.type(i + 2) == Tokens.Type.WORD) {
            MonthName dotted = of(word + "." + t.word(i + 2), i + 3);
            if (dotted != null) {
                return dotted;
            }
        }
        return of(word, i + 1);
    }

    private static @Nullable MonthName of(String name, int next) {
        Integer month = Months.of(name);
        if (month != null) {
            return new MonthName(CalendarSystem.GREGORIAN, month, isThai(name), next);
        }
        MonthName other = OF_OTHER_CALENDARS.get(name);
        if (other != null) {
            return other.upTo(next);
        }
        // "in March" is one word in Hebrew.
        return name.length() > 2 && name.charAt(0) == 'ב' ? of(name.substring(1), next) : null;
    }

    private MonthName upTo(int behind) {
        return new MonthName(calendar, number, thai, behind);
    }

    /**
     * A day of this month.
     *
     * @param digits of the year, two or four
     * @throws DateTimeException when there is no such day
     */
    LocalDate day(int year, int digits, int day) {
        int full = digits == 4 ? year : (thai ? BUDDHIST_CENTURY : 2_000) + year;
        return calendar.day(full, number, day);
    }

    private static boolean isThai(String name) {
        return Character.UnicodeScript.of(name.charAt(0)) == Character.UnicodeScript.THAI;
    }

    private static Map<String, MonthName> ofOtherCalendars() {
        Map<String, MonthName> names = new HashMap<>();
        add(
                names,
                CalendarSystem.SOLAR_HIJRI,
                List.of(
                        "فروردین",
                        "اردیبهشت",
                        "خرداد",
                        "تیر",
                        "مرداد",
                        "شهریور",
                        "مهر",
                        "آبان",
                        "آذر",
                        "دی",
                        "بهمن",
                        "اسفند"));
        add(
                names,
                CalendarSystem.SOLAR_HIJRI,
                List.of(
                        "وری", "غویی", "غبرگولی", "چنگاښ", "زمری", "وږی", "تله", "لړم", "لیندۍ", "مرغومی", "سلواغه",
                        "کب"));
        add(
                names,
                CalendarSystem.SOLAR_HIJRI,
                List.of("حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله", "میزان", "عقرب", "قوس", "جدی", "دلو", "حوت"));
        add(
                names,
                CalendarSystem.LUNAR_HIJRI,
                List.of(
                        "محرم",
                        "صفر",
                        "ربيع الأول",
                        "ربيع الآخر",
                        "جمادى الأولى",
                        "جمادى الآخرة",
                        "رجب",
                        "شعبان",
                        "رمضان",
                        "شوال",
                        "ذو القعدة",
                        "ذو الحجة"));
        add(
                names,
                CalendarSystem.ETHIOPIC,
                List.of(
                        "መስከረም", "ጥቅምት", "ኅዳር", "ታኅሣሥ", "ጥር", "የካቲት", "መጋቢት", "ሚያዝያ", "ግንቦት", "ሰኔ", "ሐምሌ", "ነሐሴ",
                        "ጳጉሜን"));
        return Map.copyOf(names);
    }

    private static void add(Map<String, MonthName> names, CalendarSystem calendar, List<String> months) {
        for (int i = 0; i < months.size(); i++) {
            names.put(months.get(i), new MonthName(calendar, i + 1, false, 0));
        }
    }
}
