package io.vigie.ingest.scrape;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bylines in which nothing parts a name from the trade: {@code 김서연 기자}, {@code 記者林怡君／台北報導}. */
final class EastAsianByline {

    private static final int LONGEST = 120;

    private static final Pattern KOREAN = Pattern.compile("(?:^|[\\s\\[(=|])([가-힣]{2,4}(?:\\s?[·,]\\s?[가-힣]{2,4})*)"
            + "\\s?(?:[가-힣]{0,4}기자|[가-힣]{0,4}특파원|논설위원)(?=$|[\\s\\])|,·=(])");

    private static final Pattern CHINESE =
            Pattern.compile("^[（(\\[【]?[\\u4e00-\\u9fff]{0,4}(?:記者|记者)\\s?([\\u4e00-\\u9fff]{2,3}"
                    + "(?:[、\\s][\\u4e00-\\u9fff]{2,3})*)(?=\\s?[／/]|[\\u4e00-\\u9fff]{0,4}(?:報導|报道|電)|$)");

    private static final Pattern BETWEEN = Pattern.compile("[·,、\\s]+");

    private EastAsianByline() {}

    /** The names; empty when the line is no such byline. */
    static List<String> names(String line) {
        Matcher korean = matcher(KOREAN, line, "기자", "특파원", "논설위원");
        if (korean.find()) {
            return List.of(BETWEEN.split(korean.group(1)));
        }
        Matcher chinese = matcher(CHINESE, line, "記者", "记者");
        return chinese.find() ? List.of(BETWEEN.split(chinese.group(1))) : List.of();
    }

    /** A line without any of the words is not looked at further. */
    private static Matcher matcher(Pattern pattern, String line, String... trades) {
        for (String trade : trades) {
            if (line.length() <= LONGEST && line.contains(trade)) {
                return pattern.matcher(line);
            }
        }
        return pattern.matcher("");
    }
}
