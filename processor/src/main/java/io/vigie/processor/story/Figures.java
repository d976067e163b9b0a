package io.vigie.processor.story;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Amounts as plain numbers: {@code 2,5 milliards}, {@code 2.5 billion}, {@code 2 500 000 000} and {@code 25億} are one.
 * A billion is English, 10⁹.
 */
final class Figures {

    private static final Pattern FIGURE = Pattern.compile(
            "(?=\\d)(?<![\\p{IsLatin}\\p{IsCyrillic}\\p{Nd}.,-])(\\d{1,3}(?:[ \\u00a0\\u202f.,]\\d{3})+(?!\\d)|\\d{1,9}(?:[.,]\\d{1,2}(?!\\d))?)"
                    + "(?:[ \\u00a0\\u202f]?(%|[千万億亿兆]|\\p{L}+\\.?(?: millones)?))?(?:(\\d{1,4})万)?");
    private static final Map<String, Long> MAGNITUDES = Map.ofEntries(
            Map.entry("tys", 1_000L),
            Map.entry("тис", 1_000L),
            Map.entry("tau", 1_000L),
            Map.entry("tho", 1_000L),
            Map.entry("mio", 1_000_000L),
            Map.entry("mln", 1_000_000L),
            Map.entry("mil", 1_000_000L),
            Map.entry("млн", 1_000_000L),
            Map.entry("міл", 1_000_000L),
            Map.entry("mrd", 1_000_000_000L),
            Map.entry("mld", 1_000_000_000L),
            Map.entry("млр", 1_000_000_000L),
            Map.entry("bil", 1_000_000_000L),
            Map.entry("bn", 1_000_000_000L),
            Map.entry("千", 1_000L),
            Map.entry("万", 10_000L),
            Map.entry("億", 100_000_000L),
            Map.entry("亿", 100_000_000L),
            Map.entry("兆", 1_000_000_000_000L));
    private static final double SMALL = 0.35;
    private static final double YEAR = 0.35;

    private Figures() {}

    /** Adds the figures of a text to its clues; years and small numbers with little weight, those below 2 not at all. */
    static void read(String text, double weight, Clues clues) {
        Matcher matcher = FIGURE.matcher(text);
        while (matcher.find()) {
            String unit = matcher.group(2);
            BigDecimal value = number(matcher.group(1)).multiply(BigDecimal.valueOf(magnitude(unit)));
            if (matcher.group(3) != null) {
                value = value.add(BigDecimal.valueOf(Long.parseLong(matcher.group(3)) * 10_000L));
            }
            String key = value.stripTrailingZeros().toPlainString();
            double size = value.doubleValue();
            if (size < 2 || isDay(unit)) {
                continue;
            }
            boolean year = size >= 1900 && size < 2100 && matcher.group(1).length() == 4;
            clues.figure("%".equals(unit) ? key + '%' : key, weight * (size < 13 ? SMALL : year ? YEAR : 1));
        }
    }

    private static boolean isDay(@Nullable String unit) {
        return unit != null && (unit.startsWith("月") || unit.startsWith("日") || unit.startsWith("年"));
    }

    private static long magnitude(@Nullable String unit) {
        if (unit == null) {
            return 1;
        }
        String word = unit.toLowerCase(Locale.ROOT);
        if (word.startsWith("milliard")
                || word.startsWith("miliard")
                || word.startsWith("мільярд")
                || word.endsWith(" millones")) {
            return 1_000_000_000L;
        }
        if (word.equals("mil") || word.equals("mille") || word.equals("mila") || word.equals("tsd.")) {
            return 1_000;
        }
        if (word.startsWith("bn")) {
            return 1_000_000_000L;
        }
        if (word.startsWith("mil")
                && !word.startsWith("mill")
                && !word.startsWith("milion")
                && !word.startsWith("milió")) {
            return 1;
        }
        Long han = MAGNITUDES.get(word.substring(0, 1));
        Long magnitude = han == null ? MAGNITUDES.get(word.substring(0, Math.min(3, word.length()))) : han;
        return magnitude == null ? 1 : magnitude;
    }

    private static BigDecimal number(String written) {
        String plain = written.replaceAll("[ \\u00a0\\u202f]", "");
        int separator = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
        boolean decimal = separator >= 0 && plain.length() - separator <= 3;
        String whole = decimal ? plain.substring(0, separator) : plain;
        String digits = whole.replaceAll("[.,]", "");
        return new BigDecimal(decimal ? digits + '.' + plain.substring(separator + 1) : digits);
    }
}
