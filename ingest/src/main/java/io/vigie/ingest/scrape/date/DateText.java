package io.vigie.ingest.scrape.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as newsrooms and programs write them:
 *
 * <pre>
 * 2025-04-09T10:00:00+02:00      Wed, 09 Apr 2025 10:00:00 GMT     April 9, 2025 at 5:30 p.m. EDT
 * 3 avril 2025                   3. April 2025, 16:06 Uhr          2025年4月3日 16時06分
 * 09.04.2025 16:06               20250409                          令和7年4月3日
 * </pre>
 *
 * Works through the text once, token by token, without regular expressions, so that no text can make it slow. Days that
 * do not exist and years outside 1990 to 2100 are not dates. Immutable.
 */
public final class DateText {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    private static final int REIWA = 2018;
    private static final int HEISEI = 1988;
    private static final int MINGUO = 1911;
    private static final int MOST_FOUND = 64;

    private static final String TIME_MARKS = ",-–|·.";

    private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th", "er", "º", "ª", "de", "a", "o", "e");
    private static final Set<String> OF = Set.of("de", "of", "del", "den", "di", "d", "da", "the", "y");
    private static final Set<String> BEFORE_TIME = Set.of(
            "at", "um", "à", "a", "alle", "às", "as", "ore", "kl", "klo", "o", "om", "в", "о", "t", "las", "les", "h",
            "г", "р");

    private final MonthNames months = MonthNames.shipped();

    /** The first date of a text; absent when there is none. */
    public Optional<FoundDate> first(String text, DateOrder order) {
        List<FoundDate> found = find(text, order, 1);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** All dates of a text in reading order, at most {@value #MOST_FOUND}. */
    public List<FoundDate> all(String text, DateOrder order) {
        return find(text, order, MOST_FOUND);
    }

    private List<FoundDate> find(String text, DateOrder order, int most) {
        Tokens tokens = new Tokens(text);
        List<FoundDate> found = new ArrayList<>();
        int i = 0;
        while (i < tokens.count() && found.size() < most) {
            Span span = at(tokens, i, order);
            if (span == null) {
                i++;
            } else {
                found.add(withTime(tokens, i, span));
                i = span.next;
            }
        }
        return found;
    }

    /** A date that ends before token {@code next}. */
    private record Span(LocalDate day, int next) {}

    private @Nullable Span at(Tokens t, int i, DateOrder order) {
        if (t.type(i) == Tokens.Type.NUMBER) {
            return switch (t.digits(i)) {
                case 1, 2 -> dayOrMonthFirst(t, i, order);
                case 3 -> null;
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
        int month = months.number(t.word(i));
        return month == 0 ? null : monthNameFirst(t, i, month);
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

    private @Nullable Span yearFirst(Tokens t, int i) {
        int year = t.value(i);
        int j = i + 1;
        if (t.isWord(j, "年") || t.isWord(j, "년")) {
            return ideographic(t, j, year);
        }
        int month = months.number(t.word(j));
        if (month > 0) {
            int k = t.isMark(j + 1, '.') ? j + 2 : j + 1;
            return t.digits(k) > 0 && t.digits(k) <= 2 ? day(year, month, t.value(k), k + 1) : null;
        }
        if (!isSeparator(t, j)) {
            return null;
        }
        if (months.number(t.word(j + 1)) > 0 && isSeparator(t, j + 2)) {
            return day(year, months.number(t.word(j + 1)), t.value(j + 3), j + 4);
        }
        boolean regular = t.digits(j + 1) > 0
                && t.digits(j + 1) <= 2
                && isSeparator(t, j + 2)
                && t.digits(j + 3) > 0
                && t.digits(j + 3) <= 2;
        return regular ? day(year, t.value(j + 1), t.value(j + 3), j + 4) : null;
    }

    /** From the token after the year: {@code 年4月3日}. */
    private @Nullable Span ideographic(Tokens t, int i, int year) {
        if (!t.isWord(i, "年") && !t.isWord(i, "년")) {
            return null;
        }
        boolean month = t.digits(i + 1) > 0 && (t.isWord(i + 2, "月") || t.isWord(i + 2, "월"));
        return month && t.digits(i + 3) > 0 ? day(year, t.value(i + 1), t.value(i + 3), i + 5) : null;
    }

    private @Nullable Span monthNameFirst(Tokens t, int i, int month) {
        int j = i + 1;
        while (t.isMark(j, '.') || t.isMark(j, '-') || t.isMark(j, '/') || t.isMark(j, ',')) {
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
        while (t.isMark(j, ',') || t.isMark(j, '.') || t.isMark(j, '-') || t.isMark(j, '/') || t.isWord(j, "de")) {
            j++;
        }
        if (t.digits(j) == 4) {
            return day(t.value(j), month, day, j + 1);
        }
        // "Apr 10 16:06:00 CEST 2025", as date(1) and Twitter write it.
        if (t.isMark(j + 1, ':') && t.digits(j + 2) == 2) {
            for (int k = j + 3; k < j + 10; k++) {
                if (t.digits(k) == 4 && !t.isMark(k - 1, '+') && !t.isMark(k - 1, '-')) {
                    Span span = day(t.value(k), month, day, j);
                    return span;
                }
            }
        }
        return null;
    }

    private @Nullable Span dayOrMonthFirst(Tokens t, int i, DateOrder order) {
        if (i > 0
                && t.touchesNext(i - 1)
                && (t.isMark(i - 1, '.') || t.isMark(i - 1, '/') || t.isMark(i - 1, ':'))
                && t.type(i - 2) == Tokens.Type.NUMBER) {
            return null;
        }
        int a = t.value(i);
        int j = i + 1;
        int named = j;
        if (t.isMark(named, '.')
                || t.isMark(named, 'º')
                || t.isMark(named, '°')
                || t.isMark(named, '-')
                || t.isMark(named, '/')) {
            named++;
        }
        while (ORDINALS.contains(t.word(named)) || OF.contains(t.word(named))) {
            named++;
        }
        int month = months.number(t.word(named));
        if (month > 0) {
            return yearAfter(t, named + 1, month, a);
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
        int year = century(t.value(k + 1), digits);
        boolean monthFirst = b > 12 || (a <= 12 && order == DateOrder.MONTH_FIRST);
        return monthFirst ? day(year, a, b, k + 2) : day(year, b, a, k + 2);
    }

    private static @Nullable Span yearAfter(Tokens t, int i, int month, int day) {
        int j = i;
        while (t.isMark(j, '.') || t.isMark(j, ',') || t.isMark(j, '-') || t.isMark(j, '/') || OF.contains(t.word(j))) {
            j++;
        }
        int digits = t.digits(j);
        if (t.isMark(j, '\'') || t.isMark(j, '’')) {
            return t.digits(j + 1) == 2 ? day(century(t.value(j + 1), 2), month, day, j + 2) : null;
        }
        boolean time = t.isMark(j + 1, ':');
        return digits == 4 || (digits == 2 && !time) ? day(century(t.value(j), digits), month, day, j + 1) : null;
    }

    private static int century(int year, int digits) {
        return digits == 2 ? 2000 + year : year;
    }

    private static boolean isSeparator(Tokens t, int i) {
        return t.isMark(i, '-') || t.isMark(i, '/') || t.isMark(i, '.') || t.isMark(i, '‑') || t.isMark(i, '–');
    }

    private static @Nullable Span day(int year, int month, int day, int next) {
        if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        try {
            return new Span(LocalDate.of(year, month, day), next);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static FoundDate withTime(Tokens t, int first, Span span) {
        int j = span.next;
        while (leadsToTime(t, j)) {
            j++;
        }
        ClockTime clock = ClockTime.at(t, j);
        int last = clock == null ? span.next - 1 : clock.next() - 1;
        LocalTime time = clock == null ? LocalTime.MIDNIGHT : clock.time();
        ZoneOffset zone = clock == null ? ZoneOffset.UTC : clock.offset(span.day);
        return new FoundDate(
                OffsetDateTime.of(span.day, time, zone),
                t.from(first),
                t.to(Math.min(last, t.count() - 1)),
                clock != null);
    }

    /** What stands between a day and its time: punctuation, "at", a weekday in brackets. */
    private static boolean leadsToTime(Tokens t, int i) {
        if (t.type(i) == Tokens.Type.MARK) {
            boolean weekday = t.isMark(i, '(') && t.isMark(i + 2, ')');
            return weekday || t.isMark(i, ')') || t.isMarkOf(i, TIME_MARKS);
        }
        boolean weekday = t.isMark(i - 1, '(') && t.isMark(i + 1, ')');
        return weekday || BEFORE_TIME.contains(t.word(i)) || t.isWord(i, "日") || t.isWord(i, "일");
    }
}
