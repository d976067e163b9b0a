package io.vigie.ingest.dates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
 * do not exist and years outside 1990 to 2100 are not dates.
 */
public final class VisibleDates {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    private static final int REIWA = 2018;
    private static final int HEISEI = 1988;
    private static final int MINGUO = 1911;
    private static final int MOST_FOUND = 64;

    private static final String TIME_MARKS = ",-–|·.";

    private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th", "er", "º", "ª", "de", "a", "o", "e");
    private static final Set<String> OF = Set.of("de", "of", "del", "den", "di", "d", "da", "the", "y", "năm");
    private static final Set<String> BEFORE_TIME = Set.of(
            "at", "um", "à", "a", "alle", "às", "as", "ore", "kl", "klo", "o", "om", "в", "о", "t", "las", "les", "h",
            "г", "р");

    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?<![\\d/])(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\\d|3[01])/\\d{2,4}");

    private VisibleDates() {}

    /**
     * A date in a text.
     *
     * @param stated as written, its time included where one follows
     * @param date the same, understood; 00:00 when it states no time
     * @param start where it begins in the text
     * @param end where it ends, exclusive
     * @param timed whether the text states a time of day
     */
    public record Found(String stated, OffsetDateTime date, int start, int end, boolean timed) {}

    /** The first date of a text, in UTC where it states no zone; absent when there is none. */
    public static Optional<Found> first(String text, DateOrder order) {
        return find(text, order, null, 1).stream().findFirst();
    }

    /**
     * The first date in a text that has a year.
     *
     * @param local zone of dates that state none; UTC when absent
     * @param monthFirst whether 03/04/2025 is in March
     */
    public static @Nullable Found first(String text, @Nullable ZoneId local, boolean monthFirst) {
        DateOrder order = monthFirst ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
        return find(text, order, local, 1).stream().findFirst().orElse(null);
    }

    /** All dates of a text in reading order, at most {@value #MOST_FOUND}. */
    public static List<Found> all(String text, DateOrder order) {
        return find(text, order, null, MOST_FOUND);
    }

    /** Whether a text has a date such as 4/23/2025, which settles what 4/3/2025 means beside it. */
    public static boolean showsMonthFirst(String text) {
        return MONTH_FIRST.matcher(text).find();
    }

    private static List<Found> find(String text, DateOrder order, @Nullable ZoneId local, int most) {
        Tokens tokens = new Tokens(text);
        List<Found> found = new ArrayList<>();
        int i = 0;
        while (i < tokens.count() && found.size() < most) {
            Span span = at(tokens, i, order);
            if (span == null) {
                i++;
            } else {
                found.add(withTime(text, tokens, i, span, local));
                i = span.next;
            }
        }
        return found;
    }

    /** A date that ends before token {@code next}. */
    private record Span(LocalDate day, int next) {}

    private static @Nullable Span at(Tokens t, int i, DateOrder order) {
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
        return monthNameFirst(t, i);
    }

    private static int month(String word) {
        Integer month = word.isEmpty() ? null : Months.of(word);
        return month == null ? 0 : month;
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

    private static @Nullable Span yearFirst(Tokens t, int i) {
        int year = t.value(i);
        int j = i + 1;
        if (t.isWord(j, "年") || t.isWord(j, "년")) {
            return ideographic(t, j, year);
        }
        if (t.isMark(j, '.') && month(t.word(j + 1)) > 0) {
            j++;
        }
        int month = month(t.word(j));
        if (month > 0) {
            int k = t.isMark(j + 1, '.') ? j + 2 : j + 1;
            return t.digits(k) > 0 && t.digits(k) <= 2 ? day(year, month, t.value(k), k + 1) : null;
        }
        if (!isSeparator(t, j)) {
            return null;
        }
        if (month(t.word(j + 1)) > 0 && isSeparator(t, j + 2)) {
            return day(year, month(t.word(j + 1)), t.value(j + 3), j + 4);
        }
        boolean regular = t.digits(j + 1) > 0
                && t.digits(j + 1) <= 2
                && isSeparator(t, j + 2)
                && t.digits(j + 3) > 0
                && t.digits(j + 3) <= 2;
        return regular ? day(year, t.value(j + 1), t.value(j + 3), j + 4) : null;
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
        int j = i + 1;
        while (t.isMark(j, '.') || t.isMark(j, '-') || t.isMark(j, '/') || t.isMark(j, ',')) {
            j++;
        }
        if (t.digits(j) == 0 || t.digits(j) > 2) {
            return null;
        }
        int month = month(t.word(i));
        if (month == 0) {
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

    private static @Nullable Span dayOrMonthFirst(Tokens t, int i, DateOrder order) {
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
        int month = month(t.word(named));
        if (month > 0) {
            return yearAfter(t, named + 1, month, a);
        }
        if (t.isWord(named, "tháng") && t.digits(named + 1) > 0 && t.digits(named + 1) <= 2) {
            return yearAfter(t, named + 2, t.value(named + 1), a);
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

    private static @Nullable Span day(int stated, int month, int day, int next) {
        int year = Years.christian(stated);
        if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        try {
            return new Span(LocalDate.of(year, month, day), next);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Found withTime(String text, Tokens t, int first, Span span, @Nullable ZoneId local) {
        int j = span.next;
        while (leadsToTime(t, j)) {
            j++;
        }
        ClockTime clock = ClockTime.at(t, j, local);
        LocalTime time = clock == null ? LocalTime.MIDNIGHT : clock.time();
        ZoneId zone = clock != null ? clock.zone() : local == null ? ZoneOffset.UTC : local;
        int start = t.from(first);
        int end = t.to(Math.min((clock == null ? span.next : clock.next()) - 1, t.count() - 1));
        return new Found(
                text.substring(start, end),
                span.day.atTime(time).atZone(zone).toOffsetDateTime(),
                start,
                end,
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
