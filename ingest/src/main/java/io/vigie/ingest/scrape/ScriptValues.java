package io.vigie.ingest.scrape;

import java.util.ArrayList;
import java.util.List;

/** Looks up strings by key in the scripts that build a page or report it to counters, without running or parsing them. */
final class ScriptValues {

    private static final int LONGEST_VALUE = 160;
    private static final int LONGEST_GAP = 12;
    private static final int MOST = 8;
    private static final String QUOTES_AND_BLANKS = "\\\"': ";

    private ScriptValues() {}

    /**
     * The first values of the keys, keys in order of trust, however their quotes are escaped. Example: {@code
     * publishedAt} in {@code {\"publishedAt\":\"2025-04-09\"}} gives {@code 2025-04-09}.
     *
     * @param parts of keys, so that each key has one of them: most scripts have none and are looked through no further
     */
    static List<String> of(List<String> scripts, List<String> keys, List<String> parts) {
        List<String> likely = scripts.stream()
                .filter(data -> parts.stream().anyMatch(data::contains))
                .toList();
        List<String> values = new ArrayList<>();
        for (String key : keys) {
            for (String data : likely) {
                int at = data.indexOf(key);
                while (at >= 0 && values.size() < MOST) {
                    int end = at + key.length();
                    if (isWhole(data, at, end)) {
                        String value = valueAfter(data, end);
                        if (!value.isBlank()) {
                            values.add(value);
                            break;
                        }
                    }
                    at = data.indexOf(key, end);
                }
            }
        }
        return values;
    }

    private static boolean isWhole(String data, int from, int to) {
        return (from == 0 || !Character.isLetterOrDigit(data.charAt(from - 1)))
                && to < data.length()
                && QUOTES_AND_BLANKS.indexOf(data.charAt(to)) >= 0;
    }

    private static String valueAfter(String data, int from) {
        int i = from;
        int colons = 0;
        int quotes = 0;
        while (i < data.length() && i < from + LONGEST_GAP && QUOTES_AND_BLANKS.indexOf(data.charAt(i)) >= 0) {
            char c = data.charAt(i);
            colons += c == ':' ? 1 : 0;
            quotes += colons > 0 && (c == '"' || c == '\'') ? 1 : 0;
            i++;
        }
        if (colons != 1 || quotes > 1) {
            return "";
        }
        int end = i;
        while (end < data.length() && end <= i + LONGEST_VALUE && "\\\"',}\n".indexOf(data.charAt(end)) < 0) {
            end++;
        }
        return end > i + LONGEST_VALUE ? "" : data.substring(i, end);
    }
}
