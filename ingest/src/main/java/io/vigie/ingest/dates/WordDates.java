package io.vigie.ingest.dates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates that name their month, in whatever language and order: RFC 822 and its many misreadings, asctime, the
 * {@code toString} of every programming language, {@code 3 avril 2025}, {@code 2004-július-13T9:15-05:00}.
 */
final class WordDates {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{2,}\\.?");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d])\\d{1,4}(?![\\d])");
    private static final Pattern IN_FIGURES = Pattern.compile("\\d{1,4}([-/.])\\s?\\d{1,2}\\1\\s?\\d{1,4}");
    private static final int LONGEST_MONTH_DAY_GAP = 6;

    private WordDates() {}

    /** The date in {@code text}; {@code null} when it names no month, or no year. */
    static @Nullable LocalDateAndRest parse(String text) {
        if (IN_FIGURES.matcher(text).find()) {
            return null; // "mar. 08/04/2025" is a Tuesday in April
        }
        TimeOfDay time = TimeOfDay.find(text, 0);
        String before = time == null ? text : text.substring(0, time.start());
        String after = time == null ? "" : text.substring(time.end());
        Integer month = month(before);
        if (month == null) {
            month = month(after);
        }
        if (month == null) {
            return null;
        }
        LocalDate day = day(numbers(time == null ? Zones.remove(before) : before + " | " + Zones.remove(after)), month);
        if (day == null) {
            return null;
        }
        return time == null
                ? new LocalDateAndRest(day.atStartOfDay(), text)
                : new LocalDateAndRest(time.on(day), after);
    }

    /** Of several words that could be months ("Mar, 4 Mar 2025") the last one next to a number. */
    private static @Nullable Integer month(String text) {
        Integer found = null;
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            Integer month = Months.of(word.group());
            if (month != null && (found == null || nextToNumber(text, word.start(), word.end()))) {
                found = month;
            }
        }
        return found;
    }

    private static boolean nextToNumber(String text, int start, int end) {
        String around = text.substring(Math.max(0, start - LONGEST_MONTH_DAY_GAP), start)
                + text.substring(end, Math.min(text.length(), end + LONGEST_MONTH_DAY_GAP));
        return around.chars().anyMatch(Character::isDigit);
    }

    private static List<String> numbers(String text) {
        List<String> numbers = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            numbers.add(number.group());
        }
        return numbers;
    }

    private static @Nullable LocalDate day(List<String> numbers, int month) {
        String year = numbers.stream().filter(n -> n.length() == 4).findFirst().orElse(null);
        if (year == null) {
            if (numbers.size() < 2) {
                return null;
            }
            year = numbers.get(Integer.parseInt(numbers.get(0)) > 31 ? 0 : 1);
        }
        int yearAt = numbers.indexOf(year);
        int dayAt = yearAt == 0 ? 1 : 0;
        if (yearAt == 1 && numbers.get(0).equals(year)) {
            dayAt = 0;
        }
        int day = dayAt < numbers.size() && numbers.get(dayAt).length() <= 2 ? Integer.parseInt(numbers.get(dayAt)) : 1;
        return day >= 1 && day <= 31 ? Years.day(Years.full(year), month, day) : null;
    }
}
