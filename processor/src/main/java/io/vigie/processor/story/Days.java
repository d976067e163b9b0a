package io.vigie.processor.story;

import java.text.DateFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days of the calendar that a text names, by the month names of the CLDR in many languages: {@code 8 et 9 avril},
 * {@code April 9}, {@code 9. April}, {@code 9 квітня}, {@code 4月9日}, {@code 2025/4/9}; and a bare {@code 9日} when it is
 * known about when the text was published. Years are left aside: a press item seldom states them.
 */
final class Days {

    /** What is named from further off is history or a plan, not the event. */
    private static final int NEAR = 12;

    private static final int A_LEAP_YEAR = 2024;

    private static final List<String> LANGUAGES =
            List.of("fr", "en", "de", "es", "it", "pl", "uk", "ru", "pt", "nl", "cs", "sv", "ro");
    private static final List<String> LANGUAGES_THAT_SHORTEN = List.of("fr", "en", "de");
    /** Before a pattern that begins with a digit: asked of every character, it is cheaper than a word boundary. */
    private static final String AT_DIGIT = "(?=\\d)";

    private static final String DAY = "\\b(\\d{1,2})(?:er|st|nd|rd|th|\\.|º)?";
    private static final Pattern DAY_MONTH =
            Pattern.compile(AT_DIGIT + "(?:" + DAY + "\\s*(?:-|–|/|et|au|and|to|und|bis|y|al|e|i|do|та|і|й|по)\\s*)?"
                    + DAY + "\\s+(?:de\\s+|of\\s+)?(\\p{L}{3,12})");
    private static final Pattern MONTH_DAY = Pattern.compile(
            "(\\p{L}{3,12}+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*(?:-|–|and|to)\\s*(\\d{1,2}))?\\b(?![.,]?\\d)");
    private static final Pattern NUMERIC =
            Pattern.compile(AT_DIGIT + "\\b(?:19|20)\\d\\d[-/.](\\d{1,2})[-/.](\\d{1,2})\\b");
    private static final Pattern EAST_ASIAN =
            Pattern.compile("(?:(\\d{1,2})月)?(\\d{1,2})日(?!間|间)(?:(?:から|至|、|～|-|及び)(\\d{1,2})日)?");

    private final Map<String, Integer> months = new HashMap<>();

    Days() {
        for (String language : LANGUAGES) {
            DateFormatSymbols symbols = DateFormatSymbols.getInstance(Locale.forLanguageTag(language));
            add(symbols.getMonths());
            if (LANGUAGES_THAT_SHORTEN.contains(language)) {
                add(symbols.getShortMonths());
            }
        }
    }

    private void add(String[] names) {
        for (int month = 0; month < 12; month++) {
            String name = names[month].toLowerCase(Locale.ROOT).replace(".", "");
            if (name.length() >= 3) {
                months.putIfAbsent(name, month + 1);
            }
        }
    }

    /**
     * Days named, as days of a leap year (1..366), near the day of publication if that is known.
     *
     * @param published {@code null} when unknown
     */
    Set<Integer> in(String text, @Nullable LocalDate published) {
        Set<Integer> found = new TreeSet<>();
        Matcher dayMonth = DAY_MONTH.matcher(text);
        while (dayMonth.find()) {
            add(found, months.get(dayMonth.group(3).toLowerCase(Locale.ROOT)), dayMonth, published, 1, 2);
        }
        Matcher monthDay = MONTH_DAY.matcher(text);
        while (monthDay.find()) {
            add(found, months.get(monthDay.group(1).toLowerCase(Locale.ROOT)), monthDay, published, 2, 3);
        }
        Matcher numeric = NUMERIC.matcher(text);
        while (numeric.find()) {
            add(found, Integer.valueOf(numeric.group(1)), numeric, published, 2, 2);
        }
        Matcher eastAsian = EAST_ASIAN.matcher(text);
        while (text.indexOf('日') >= 0 && eastAsian.find()) {
            add(found, eastAsianMonth(eastAsian, published), eastAsian, published, 2, 3);
        }
        return found;
    }

    /** Days between two days of the year, the short way round the year's end. */
    static int apart(int a, int b) {
        int forward = Math.abs(a - b);
        return Math.min(forward, 366 - forward);
    }

    static int of(LocalDate date) {
        return date.withYear(A_LEAP_YEAR).getDayOfYear();
    }

    /** A day without a month is one of the weeks before its publication. */
    private static @Nullable Integer eastAsianMonth(MatchResult match, @Nullable LocalDate published) {
        if (match.group(1) != null) {
            return Integer.valueOf(match.group(1));
        }
        if (published == null) {
            return null;
        }
        int day = Integer.parseInt(match.group(2));
        return day > published.getDayOfMonth() + NEAR
                ? published.minusMonths(1).getMonthValue()
                : published.getMonthValue();
    }

    private static void add(
            Set<Integer> found,
            @Nullable Integer month,
            MatchResult match,
            @Nullable LocalDate published,
            int... groups) {
        if (month == null) {
            return;
        }
        for (int group : groups) {
            String day = match.group(group);
            if (day == null) {
                continue;
            }
            try {
                int named =
                        LocalDate.of(A_LEAP_YEAR, month, Integer.parseInt(day)).getDayOfYear();
                if (published == null || apart(named, of(published)) <= NEAR) {
                    found.add(named);
                }
            } catch (DateTimeException e) {
                // Not a day of that month: a figure that stands before a month's name.
            }
        }
    }
}
