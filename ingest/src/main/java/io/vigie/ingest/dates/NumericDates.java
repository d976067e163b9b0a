package io.vigie.ingest.dates;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates in figures with the year last: {@code 03/04/2025}, {@code 3.4.2025 14:30}, {@code 4/3/2025 2:30:00 PM}. */
final class NumericDates {

    private static final Pattern FORM =
            Pattern.compile("(?<!\\d)(\\d{1,2})\\s?([./-])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern HALF_OF_DAY = Pattern.compile("(?i)\\d\\s?[ap]m\\b");

    private NumericDates() {}

    /**
     * The date in {@code text}. Where both orders are possible the day is first, unless {@code monthFirst} says
     * otherwise or a 12-hour clock shows an American program.
     */
    static @Nullable LocalDateAndRest parse(String text, boolean monthFirst) {
        Matcher form = FORM.matcher(text);
        if (!form.find()) {
            return null;
        }
        int first = Integer.parseInt(form.group(1));
        int second = Integer.parseInt(form.group(3));
        boolean american = form.group(2).equals("/")
                && (monthFirst || HALF_OF_DAY.matcher(text).find());
        boolean monthIsFirst = second > 12 || (american && first <= 12);
        int month = monthIsFirst ? first : second;
        int day = monthIsFirst ? second : first;
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        int year = Years.full(form.group(4));
        String rest = text.substring(form.end());
        TimeOfDay time = TimeOfDay.find(rest, 0);
        return time == null
                ? new LocalDateAndRest(Years.day(year, month, day).atStartOfDay(), rest)
                : new LocalDateAndRest(time.on(Years.day(year, month, day)), rest.substring(time.end()));
    }
}
