package io.vigie.ingest.dates;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as feeds, sitemaps and pages state them. What cannot be understood is absent; nothing is ever "now". */
public final class StatedDates {

    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");
    private static final int EARLIEST_YEAR = 1000;
    private static final int LATEST_YEAR = 2200;

    /** Zero in the calendars of spreadsheets, databases and Unix: programs print it when they have no date. */
    private static final Set<LocalDate> ZEROES =
            Set.of(LocalDate.of(1899, 12, 30), LocalDate.of(1900, 1, 1), LocalDate.of(1970, 1, 1));

    private static final Pattern EPOCH = Pattern.compile("(?:/?Date\\()?(\\d{9,10})(\\d{3})?(?:[+-]\\d{4})?(?:\\)/?)?");
    private static final Pattern YEAR_MONTH_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?!\\d)");
    private static final Pattern WEEKDAY = Pattern.compile("^[\\p{L}\\p{M}]+\\.?,?\\s+(?=-?\\d)");

    private StatedDates() {}

    /**
     * Reads a date.
     *
     * <pre>
     * Thu, 01 Jan 04 19:48:21 GMT    2004-01-01T19:48:21Z
     * 2004-07-13T9:15-05:00          2004-07-13T09:15-05:00
     * 3 avril 2025                   2025-04-03T00:00Z
     * 2004년 05월 28일 오후 1:31        2004-05-28T13:31+09:00
     * tomorrow                       null
     * </pre>
     *
     * @param stated as written, without markup
     * @param local zone of dates that state none, UTC when absent
     * @return {@code null} when it is not a date, has no year, or is the zero of some calendar
     */
    public static @Nullable OffsetDateTime parse(String stated, @Nullable ZoneId local) {
        return parse(stated, local, false);
    }

    /** As {@link #parse(String, ZoneId)}, with 03/04/2025 being 4 March when {@code monthFirst} is set. */
    public static @Nullable OffsetDateTime parse(String stated, @Nullable ZoneId local, boolean monthFirst) {
        String text = EasternForms.normalised(stated);
        try {
            OffsetDateTime date = epoch(text);
            if (date == null) {
                LocalDateAndRest found = local(text, monthFirst);
                date = found == null ? null : zoned(found, stated, local);
            }
            return date == null || isSenseless(date) ? null : date;
        } catch (DateTimeException | ArithmeticException e) {
            return null; // a month 13 or a year beyond all calendars
        }
    }

    private static @Nullable LocalDateAndRest local(String text, boolean monthFirst) {
        if (YEAR_MONTH_DAY.matcher(text).lookingAt()) {
            return IsoDates.parse(text); // by far the most, and cheaply told
        }
        LocalDateAndRest found = WordDates.parse(text);
        String bare = WEEKDAY.matcher(text).replaceFirst("");
        if (found == null) {
            found = IsoDates.parse(bare);
        }
        return found == null ? NumericDates.parse(bare, monthFirst) : found;
    }

    private static OffsetDateTime zoned(LocalDateAndRest found, String stated, @Nullable ZoneId local) {
        ZoneId zone = Zones.find(found.rest(), local);
        if (zone == null) {
            zone = local != null ? local : EasternForms.isKorean(stated) ? KOREA : ZoneOffset.UTC;
        }
        return found.local().atZone(zone).toOffsetDateTime();
    }

    private static @Nullable OffsetDateTime epoch(String text) {
        Matcher epoch = EPOCH.matcher(text);
        return epoch.matches()
                ? Instant.ofEpochSecond(Long.parseLong(epoch.group(1))).atOffset(ZoneOffset.UTC)
                : null;
    }

    private static boolean isSenseless(OffsetDateTime date) {
        return date.getYear() < EARLIEST_YEAR
                || date.getYear() > LATEST_YEAR
                || ZEROES.contains(date.toLocalDate())
                || ZEROES.contains(date.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate());
    }
}
