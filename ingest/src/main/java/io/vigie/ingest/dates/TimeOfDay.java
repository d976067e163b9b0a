package io.vigie.ingest.dates;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time as found in a text. It may be more than 24 hours long: feeds that say 25:00 mean one in the morning.
 *
 * @param start where it stands in the text
 * @param end where the text goes on
 */
record TimeOfDay(int hours, int minutes, int seconds, int nanos, int start, int end) {

    private static final Pattern FORM =
            Pattern.compile("(?<![\\d.,/-])(\\d{1,2})(?::|\\s?[hH]\\s?|\\.(?=\\d{2}(?![\\d.])))(\\d{1,2})"
                    + "(?::(\\d{1,2})(?:[.,:](\\d{1,9})\\d*)?)?\\s?(?i:([ap])\\.?\\s?m\\b\\.?)?");
    private static final Pattern HOUR_ONLY = Pattern.compile("(?i)(?<![\\d.,:/-])(\\d{1,2})\\s?([ap])\\.?m\\b\\.?");

    /** The first time in a text; {@code null} when there is none. */
    static @Nullable TimeOfDay find(String text, int from) {
        Matcher form = FORM.matcher(text);
        if (form.find(from)) {
            return of(form.group(1), form.group(2), form.group(3), form.group(4), form.group(5), form);
        }
        Matcher hour = HOUR_ONLY.matcher(text);
        return hour.find(from) ? of(hour.group(1), null, null, null, hour.group(2), hour) : null;
    }

    /** Digits without colons, as ISO 8601 has them: {@code 091500}, {@code 0915}. */
    static @Nullable TimeOfDay basic(String digits, int start) {
        int length = digits.length();
        if (length != 2 && length != 4 && length != 6) {
            return null;
        }
        return new TimeOfDay(
                Integer.parseInt(digits, 0, 2, 10),
                length < 4 ? 0 : Integer.parseInt(digits, 2, 4, 10),
                length < 6 ? 0 : Integer.parseInt(digits, 4, 6, 10),
                0,
                start,
                start + length);
    }

    LocalDateTime on(LocalDate date) {
        return date.atStartOfDay()
                .plusHours(hours)
                .plusMinutes(minutes)
                .plusSeconds(seconds)
                .plusNanos(nanos);
    }

    private static TimeOfDay of(
            String hours,
            @Nullable String minutes,
            @Nullable String seconds,
            @Nullable String fraction,
            @Nullable String half,
            Matcher at) {
        int hour = Integer.parseInt(hours);
        if (half != null && hour <= 12) {
            hour = hour % 12 + (half.toLowerCase(Locale.ROOT).equals("p") ? 12 : 0);
        }
        return new TimeOfDay(
                hour,
                minutes == null ? 0 : Integer.parseInt(minutes),
                seconds == null ? 0 : Integer.parseInt(seconds),
                fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9)),
                at.start(),
                at.end());
    }
}
