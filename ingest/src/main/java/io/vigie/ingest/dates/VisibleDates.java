package io.vigie.ingest.dates;

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

    private static final int MOST_FOUND = 64;

    private static final String TIME_MARKS = ",-–|·.";

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
            DayReader.Span span = DayReader.at(tokens, i, order);
            if (span == null) {
                i++;
            } else {
                found.add(withTime(text, tokens, i, span, local));
                i = span.next();
            }
        }
        return found;
    }

    private static Found withTime(String text, Tokens t, int first, DayReader.Span span, @Nullable ZoneId local) {
        int j = span.next();
        while (leadsToTime(t, j)) {
            j++;
        }
        ClockTime clock = ClockTime.at(t, j, local);
        LocalTime time = clock == null ? LocalTime.MIDNIGHT : clock.time();
        ZoneId zone = clock != null ? clock.zone() : local == null ? ZoneOffset.UTC : local;
        int start = t.from(first);
        int end = t.to(Math.min((clock == null ? span.next() : clock.next()) - 1, t.count() - 1));
        return new Found(
                text.substring(start, end),
                span.day().atTime(time).atZone(zone).toOffsetDateTime(),
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
