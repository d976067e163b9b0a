package io.vigie.ingest.scrape;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The words that begin a byline: {@code By}, {@code Propos recueillis par}, {@code 文：}. */
final class Lead {

    private final BylineWords words;
    private final Map<Character, List<String>> byFirst;

    Lead(BylineWords words) {
        this.words = words;
        byFirst = words.leads().stream().collect(Collectors.groupingBy(lead -> lead.charAt(0)));
    }

    /** The text behind its leads, for example {@code Jan Kowalski} for {@code Autor: Jan Kowalski}. */
    String cutFrom(String text) {
        String rest = text;
        while (!rest.isEmpty()) {
            int end = endIn(rest);
            if (end == 0) {
                break;
            }
            rest = rest.substring(end);
        }
        return rest;
    }

    /** Whether a line may be a byline: it begins like one, or one begins inside it. */
    boolean isIn(String line) {
        return !line.isEmpty() && (endIn(line) > 0 || !restAfterInside(line).isEmpty());
    }

    private int endIn(String text) {
        for (String lead : byFirst.getOrDefault(Character.toLowerCase(text.charAt(0)), List.of())) {
            int end = lead.length();
            if (text.regionMatches(true, 0, lead, 0, end) && endsLead(text, end)) {
                while (end < text.length() && " :：՝/／\u3000■◆●".indexOf(text.charAt(end)) >= 0) {
                    end++;
                }
                return end;
            }
        }
        return 0;
    }

    /** A lead is followed by a blank and a capital, by a colon, or by a sign of its own script. */
    private static boolean endsLead(String text, int at) {
        if (at >= text.length()) {
            return true;
        }
        char c = text.charAt(at);
        if (c == ':'
                || c == '：'
                || c == '՝'
                || c == '/'
                || c == '／'
                || (text.charAt(at - 1) >= '\u2e80' && c == '\u3000')) {
            return true;
        }
        boolean english = text.substring(0, at).toLowerCase(Locale.ROOT).endsWith("by");
        return c == ' ' && at + 1 < text.length() && (english || !Character.isLowerCase(text.charAt(at + 1)));
    }

    /**
     * "Source: Gazette 作者：李明" and "Headline By Tom Carter": what follows a lead that cannot be mistaken inside a line
     * either; empty when there is none.
     */
    String restAfterInside(String line) {
        for (String lead : words.leadsInside()) {
            int at = line.indexOf(lead);
            if (at > 0) {
                String rest = line.substring(at + lead.length()).strip();
                int blank = rest.indexOf(' ');
                return lead.charAt(0) >= '\u2e80' && blank > 0 ? rest.substring(0, blank) : rest;
            }
        }
        return "";
    }
}
