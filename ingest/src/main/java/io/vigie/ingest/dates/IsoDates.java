package io.vigie.ingest.dates;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates that start with the year: W3CDTF with any precision, ISO 8601 with its week, ordinal, basic and two-digit forms,
 * and what databases and programs print ({@code 2004-07-08 23:56:58.0}, {@code 2006/09/15 08:19:53}).
 */
final class IsoDates {

    /** One way to write a day, at the start of the text. */
    private record Form(Pattern pattern, Function<MatchResult, LocalDate> day) {

        static Form of(String regex, Function<MatchResult, LocalDate> day) {
            return new Form(Pattern.compile(regex), day);
        }
    }

    private static final String END = "(?![\\d])";

    private static final List<Form> FORMS = List.of(
            Form.of("(\\d{4})([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{1,2})" + END, m -> day(m, 1, 3, 4)),
            Form.of("(\\d{4})[-/.](\\d{2})(?![-/.]?\\d)", m -> day(m, 1, 2, 0)),
            Form.of("(\\d{4})-?W(\\d{2})(?:-?([1-7]))?" + END, IsoDates::week),
            Form.of("(\\d{4})(\\d{2})(\\d{2})(?=\\d{4}(?:\\d{2})?(?!\\d))", m -> day(m, 1, 2, 3)),
            Form.of("(\\d{4})(\\d{2})(\\d{2})" + END, m -> day(m, 1, 2, 3)),
            Form.of("(\\d{4})-?(\\d{3})" + END, IsoDates::ordinal),
            Form.of("(\\d{4})(?=$|T)", m -> day(m, 1, 0, 0)),
            Form.of("(\\d{2})-(\\d{2})-(\\d{2})(?=$|[T ])", m -> day(m, 1, 2, 3)),
            Form.of("(\\d{2})(\\d{2})(\\d{2})(?=$|T)", m -> day(m, 1, 2, 3)),
            Form.of("(\\d{2})-?(\\d{3})(?=$|T)", IsoDates::ordinal),
            Form.of("-(\\d{2})-?(\\d{2})-(\\d{2})(?=$|T)", m -> day(m, 1, 2, 3)),
            Form.of("-(\\d{2})-?(\\d{2})(?=$|T)", m -> day(m, 1, 2, 0)),
            Form.of("-(\\d{2})(?=$|T)", m -> day(m, 1, 0, 0)));

    private static final Pattern BASIC_TIME = Pattern.compile("T?(\\d{6}|\\d{4}|\\d{2})(?![\\d:])");

    private IsoDates() {}

    /** The date that {@code text} starts with; {@code null} when it starts with none. */
    static @Nullable LocalDateAndRest parse(String text) {
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(text);
            if (matcher.lookingAt()) {
                LocalDate day = form.day().apply(matcher.toMatchResult());
                return withTime(day, text.substring(matcher.end()));
            }
        }
        return null;
    }

    private static LocalDateAndRest withTime(LocalDate day, String rest) {
        Matcher basic = BASIC_TIME.matcher(rest);
        TimeOfDay time = basic.lookingAt() ? TimeOfDay.basic(basic.group(1), basic.start(1)) : TimeOfDay.find(rest, 0);
        return time == null
                ? new LocalDateAndRest(day.atStartOfDay(), rest)
                : new LocalDateAndRest(time.on(day), rest.substring(time.end()));
    }

    private static LocalDate day(MatchResult m, int year, int month, int day) {
        return Years.day(Years.full(m.group(year)), month == 0 ? 1 : number(m, month), day == 0 ? 1 : number(m, day));
    }

    private static LocalDate ordinal(MatchResult m) {
        return LocalDate.of(Years.full(m.group(1)), 1, 1).plusDays(number(m, 2) - 1L);
    }

    /** ISO 8601: week 1 is that of 4 January, weeks start on Monday. */
    private static LocalDate week(MatchResult m) {
        LocalDate fourth = LocalDate.of(number(m, 1), 1, 4);
        int weekday = m.group(3) == null ? 1 : number(m, 3);
        return fourth.plusWeeks(number(m, 2) - 1L)
                .plusDays(weekday - (long) fourth.getDayOfWeek().getValue());
    }

    private static int number(MatchResult m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
