package io.vigie.ingest.scrape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words around names in bylines, from {@code byline-words.txt}. All in lower case.
 *
 * @param leads begin a byline, longest first: {@code written by}, {@code par}, {@code 文}
 * @param leadsInside begin one in the middle of a line
 * @param joints stand between two names: {@code " and "}
 * @param roles trades behind a name: {@code correspondent}
 * @param ranks stand before a trade: {@code senior}
 * @param titles degrees, set off by commas like names: {@code phd}
 * @param stops no name goes on beyond them: {@code updated}
 * @param particles small words inside names: {@code von}
 * @param organisations words that organisations have in their names and people have not: {@code ministry}
 * @param none printed where names stand, and none: {@code admin}
 */
record BylineWords(
        List<String> leads,
        List<String> leadsInside,
        List<String> joints,
        Set<String> roles,
        Set<String> ranks,
        Set<String> titles,
        Set<String> stops,
        Set<String> particles,
        Set<String> organisations,
        Set<String> none) {

    static BylineWords shipped() {
        List<String> leads = new ArrayList<>();
        BylineWords words = new BylineWords(
                leads,
                new ArrayList<>(),
                new ArrayList<>(),
                new HashSet<>(),
                new HashSet<>(),
                new HashSet<>(),
                new HashSet<>(),
                new HashSet<>(),
                new HashSet<>(),
                new HashSet<>());
        ShippedLines.of("byline-words.txt").forEach(words::learn);
        leads.sort(Comparator.comparingInt(String::length).reversed());
        return words;
    }

    private void learn(String line) {
        int space = line.indexOf(' ');
        String word = line.substring(space + 1);
        switch (line.substring(0, space)) {
            case "lead" -> leads.add(word);
            case "lead-inside" -> leadsInside.add(word.replace('_', ' '));
            case "joint" -> joints.add(word.replace('_', ' '));
            case "role" -> roles.add(word);
            case "rank" -> ranks.add(word);
            case "title" -> titles.add(word);
            case "stop" -> stops.add(word);
            case "particle" -> particles.add(word);
            case "organisation" -> organisations.add(word);
            case "none" -> none.add(word);
            default -> throw new IllegalStateException("byline-words.txt: " + line);
        }
    }

    /** Whether a word that only organisations have stands before any that ends or joins names. */
    boolean namesOrganisation(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (roles.contains(lower.substring(lower.lastIndexOf(' ') + 1)) && !lower.startsWith("the ")) {
            return false;
        }
        int from = 0;
        for (int i = 0; i <= lower.length(); i++) {
            if (i == lower.length() || lower.charAt(i) == ' ') {
                String word = lower.substring(from, i);
                if (organisations.contains(word)) {
                    return true;
                }
                if (from > 0 && (stops.contains(word) || joints.contains(' ' + word + ' '))) {
                    return false;
                }
                from = i + 1;
            }
        }
        return false;
    }
}
