package io.vigie.ingest.dates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a day from tokens, in whatever order, language and calendar it is written. */
final class DayReader {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    private static final int REIWA = 2018;
    private static final int HEISEI = 1988;
    private static final int MINGUO = 1911;

    private static final Set<String> ORDINALS =
            Set.of("st", "nd", "rd", "th", "er", "º", "ª", "de", "a", "o", "e", "ই", "শে", "লা", "রা", "ঠা", "ב");
    private static final Set<String> OF = Set.of("de", "of", "del", "den", "di", "d", "da", "the", "y", "năm");

    /** "2025. gada 14. marts", "2025 m. kovo 14", "2025 жылғы 14 наурыз": the word for year, behind its number. */
    private static final Set<String> YEAR = Set.of("gada", "m", "ж", "жылы", "жылғы", "жыл", "оны", "йил", "წლის");

    private static final Set<String> MONTH = Set.of("tháng", "сарын", "сар");

    private DayReader() {}

    /** A day that ends before token {@code next}. */
    record Span(LocalDate day, int next) {}

    /** The day that begins at a token; {@code null} when none does. */
    static @Nullable Span at(Tokens t, int i, DateOrder order) {
        if (t.type(i) == Tokens.Type.NUMBER) {
            return switch (t.digits(i)) {
                case 1, 2 -> dayOrMonthFirst(t, i, order);
                case 3 -> t.value(i) >= 100 && t.value(i) < 200 ? ofRepublic(t, i, order) : null;
                case 4 -> yearFirst(t, i);
                case 8 -> day(t.value(i) / 10_000, t.value(i) / 100 % 100, t.value(i) % 100, i + 1);
                default -> null;
            };
        }
        if (t.type(i) != Tokens.Type.WORD) {
            return null;
        }
        int era = eraBase(t, i);
        if (era > 0) {
            int n = t.isWord(i + 2, "元") ? 1 : t.value(i + 2);
            return n > 0 ? ideographic(t, i + 3, era + n) : null;
        }
        return monthNameFirst(t, i);
    }

    private static int eraBase(Tokens t, int i) {
        if (t.isWord(i, "令") && t.isWord(i + 1, "和")) {
            return REIWA;
        }
        if (t.isWord(i, "平") && t.isWord(i + 1, "成")) {
            return HEISEI;
        }
        boolean minguo = t.isWord(i, "民") && (t.isWord(i + 1, "國") || t.isWord(i + 1, "国"));
        return minguo ? MINGUO : 0;
    }

    /** Taiwan counts from the founding of the republic: {@code 114年4月3日}, {@code 114-04-03}. */
    private static @Nullable Span ofRepublic(Tokens t, int i, DateOrder order) {
        int year = MINGUO + t.value(i);
        boolean figures = order == DateOrder.YEAR_FIRST
                && !isSeparator(t, i - 1)
                && isSeparator(t, i + 1)
                && t.digits(i + 2) == 2
                && isSeparator(t, i + 3)
                && t.digits(i + 4) == 2
                && !isSeparator(t, i + 5);
        return figures ? day(year, t.value(i + 2), t.value(i + 4), i + 5) : ideographic(t, i + 1, year);
    }

    private static @Nullable Span yearFirst(Tokens t, int i) {
        int year = t.value(i);
        int j = i + 1;
        if (t.isWord(j, "年") || t.isWord(j, "년")) {
            return ideographic(t, j, year);
        }
        int word = t.isMark(j, '.') ? j + 1 : j;
        if (YEAR.contains(t.word(word))) {
            return afterYear(t, t.isMark(word + 1, '.') ? word + 2 : word + 1, year);
        }
        MonthName named = MonthName.at(t, word);
        if (named != null) {
            return dayAfter(t, named, year);
        }
        if (!isSeparator(t, j)) {
            return null;
        }
        named = MonthName.at(t, j + 1);
        if (named != null && isSeparator(t, named.next())) {
            return day(named, year, 4, t.value(named.next() + 1), named.next() + 2);
        }
        boolean regular = t.digits(j + 1) > 0
                && t.digits(j + 1) <= 2
                && isSeparator(t, j + 2)
                && t.digits(j + 3) > 0
                && t.digits(j + 3) <= 2;
        return regular ? day(year, t.value(j + 1), t.value(j + 3), j + 4) : null;
    }

    /** From the token after "2025 жылғы": {@code 14 наурыз}, {@code kovo 14}, {@code 3 сарын 14}. */
    private static @Nullable Span afterYear(Tokens t, int i, int year) {
        MonthName first = MonthName.at(t, i);
        if (first != null) {
            return dayAfter(t, first, year);
        }
        if (t.digits(i) == 0 || t.digits(i) > 2) {
            return null;
        }
        if (MONTH.contains(t.word(i + 1))) {
            return day(year, t.value(i), t.value(i + 2), i + 3);
        }
        MonthName month = MonthName.at(t, t.isMark(i + 1, '.') || t.isMark(i + 1, '-') ? i + 2 : i + 1);
        return month == null ? null : day(month, year, 4, t.value(i), month.next());
    }

    private static @Nullable Span dayAfter(Tokens t, MonthName month, int year) {
        int k = t.isMark(month.next(), '.') ? month.next() + 1 : month.next();
        return t.digits(k) > 0 && t.digits(k) <= 2 ? day(month, year, 4, t.value(k), k + 1) : null;
    }

    /** From the token after the year: {@code 年4月3日}. */
    private static @Nullable Span ideographic(Tokens t, int i, int year) {
        if (!t.isWord(i, "年") && !t.isWord(i, "년")) {
            return null;
        }
        boolean month = t.digits(i + 1) > 0 && (t.isWord(i + 2, "月") || t.isWord(i + 2, "월"));
        return month && t.digits(i + 3) > 0 ? day(year, t.value(i + 1), t.value(i + 3), i + 5) : null;
    }

    private static @Nullable Span monthNameFirst(Tokens t, int i) {
        MonthName month = t.hasNumberWithin(i + 1, 4) ? MonthName.at(t, i) : null;
        if (month == null) {
            return null;
        }
        int j = month.next();
        while (t.isMarkOf(j, ".-/,،")) {
            j++;
        }
        if (t.digits(j) == 0 || t.digits(j) > 2) {
            return null;
        }
        int day = t.value(j);
        j++;
        if (ORDINALS.contains(t.word(j)) || t.isMark(j, 'º')) {
            j++;
        }
        while (t.isMarkOf(j, ".-/,،") || t.isWord(j, "de")) {
            j++;
        }
        if (t.digits(j) == 4) {
            return day(month, t.value(j), 4, day, j + 1);
        }
        // "Apr 10 16:06:00 CEST 2025", as date(1) and Twitter write it.
        if (t.isMark(j + 1, ':') && t.digits(j + 2) == 2) {
            for (int k = j + 3; k < j + 10; k++) {
                if (t.digits(k) == 4 && !t.isMark(k - 1, '+') && !t.isMark(k - 1, '-')) {
                    return day(month, t.value(k), 4, day, j);
                }
            }
        }
        return null;
    }

    private static @Nullable Span dayOrMonthFirst(Tokens t, int i, DateOrder order) {
        if (i > 0 && t.touchesNext(i - 1) && t.isMarkOf(i - 1, "./:") && t.type(i - 2) == Tokens.Type.NUMBER) {
            return null;
        }
        int a = t.value(i);
        int j = i + 1;
        int named = t.isMarkOf(j, ".º°-/") ? j + 1 : j;
        while (ORDINALS.contains(t.word(named)) || OF.contains(t.word(named)) || isElision(t, named)) {
            named++;
        }
        if (t.isMark(named, '-') && t.isWord(named - 1, "ב")) {
            named++;
        }
        MonthName month = MonthName.at(t, named);
        if (month != null) {
            return yearAfter(t, month, a);
        }
        if (t.isWord(named, "tháng") && t.digits(named + 1) > 0 && t.digits(named + 1) <= 2) {
            return yearAfter(t, new MonthName(CalendarSystem.GREGORIAN, t.value(named + 1), false, named + 2), a);
        }
        if (!isSeparator(t, j) || t.digits(j + 1) == 0 || t.digits(j + 1) > 2) {
            return null;
        }
        int k = j + 2;
        boolean same = t.type(k) == Tokens.Type.MARK && isSeparator(t, k);
        int digits = t.digits(k + 1);
        if (!same || (digits != 4 && digits != 2)) {
            return null;
        }
        if (digits == 2 && (isSeparator(t, k + 2) && t.touchesNext(k + 1) && t.digits(k + 3) > 0)) {
            return null;
        }
        int b = t.value(j + 1);
        int last = t.value(k + 1);
        if (digits == 2 && order == DateOrder.YEAR_FIRST) {
            return day(2_000 + a, b, last, k + 2);
        }
        int year = digits == 2 ? 2_000 + last : last;
        boolean monthFirst = b > 12 || (a <= 12 && order == DateOrder.MONTH_FIRST);
        return monthFirst ? day(year, a, b, k + 2) : day(year, b, a, k + 2);
    }

    private static @Nullable Span yearAfter(Tokens t, MonthName month, int day) {
        int j = month.next();
        while (t.isMarkOf(j, ".,-/،") || OF.contains(t.word(j))) {
            j++;
        }
        // "of the Buddhist era" and "of the Christian era" in Thai, abbreviated.
        if ((t.isWord(j, "พ") || t.isWord(j, "ค")) && t.isMark(j + 1, '.') && t.isWord(j + 2, "ศ")) {
            j = t.isMark(j + 3, '.') ? j + 4 : j + 3;
        }
        int digits = t.digits(j);
        if (t.isMark(j, '\'') || t.isMark(j, '’')) {
            return t.digits(j + 1) == 2 ? day(month, t.value(j + 1), 2, day, j + 2) : null;
        }
        boolean time = t.isMark(j + 1, ':');
        return digits == 4 || (digits == 2 && !time) ? day(month, t.value(j), digits, day, j + 1) : null;
    }

    /** The apostrophe of {@code 9 d'abril}. */
    private static boolean isElision(Tokens t, int i) {
        return (t.isMark(i, '\'') || t.isMark(i, '’')) && t.isWord(i - 1, "d");
    }

    private static boolean isSeparator(Tokens t, int i) {
        return t.isMarkOf(i, "-/.‑–");
    }

    private static @Nullable Span day(int year, int month, int day, int next) {
        MonthName numbered = new MonthName(CalendarSystem.ofYear(year), month, false, next);
        return day(numbered, year, 4, day, next);
    }

    private static @Nullable Span day(MonthName month, int year, int digits, int day, int next) {
        try {
            LocalDate date = month.day(year, digits, day);
            return date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR ? null : new Span(date, next);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
