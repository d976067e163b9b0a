package io.vigie.ingest.scrape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The headline of a page. Sites say it up to five times (JSON-LD, OpenGraph, Twitter, {@code h1}, {@code title}), each
 * time a little differently; what readers see, the {@code h1}, wins when another of them agrees that it is the headline.
 */
final class HeadlineFinder {

    private static final double AGREES = 0.4;
    private static final double NEARLY_SAME = 0.8;
    private static final int LONGEST = 1_000;
    private static final int MOST_CUTS = 3;
    private static final String[] SEPARATORS = {" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / ", "_", "|"
    };

    /** The headline, or the empty string. */
    String find(PageFacts facts, StructuredArticle structured, Outline outline, Set<String> site) {
        String document = withoutSite(tidy(facts.title()), site);
        List<String> stated = new ArrayList<>();
        addTo(stated, structured.headline(), site);
        addTo(stated, facts.meta("og:title"), site);
        addTo(
                stated,
                facts.meta("dc.title", "dcterms.title", "citation_title", "parsely-title", "sailthru.title"),
                site);
        addTo(stated, facts.meta("twitter:title"), site);
        addTo(stated, document, site);
        Votes votes = new Votes();
        stated.forEach(title -> votes.add(title, 2));
        Set<String> different = new LinkedHashSet<>(stated);
        for (int index : facts.headlines()) {
            String heading = agreed(tidy(outline.textOf(index)), stated, site);
            if (isPossible(heading, site) && !isHidden(outline, index)) {
                double agreement = 0;
                for (String other : different) {
                    agreement = Math.max(agreement, agreement(heading, other));
                }
                if (agreement >= AGREES) {
                    votes.add(heading, agreement >= NEARLY_SAME ? 12 : 11);
                } else if (stated.isEmpty()) {
                    votes.add(heading, 1);
                }
            }
        }
        return votes.winner();
    }

    /** Titles that differ only in punctuation and case count as one; of several spellings the last is shown. */
    private static final class Votes {

        private final Map<String, Integer> counts = new LinkedHashMap<>();
        private final Map<String, String> spellings = new HashMap<>();

        void add(String title, int votes) {
            String key = String.join(" ", wordList(title));
            counts.merge(key, votes, Integer::sum);
            spellings.put(key, title);
        }

        String winner() {
            String best = "";
            int most = 0;
            for (Map.Entry<String, Integer> count : counts.entrySet()) {
                if (count.getValue() > most) {
                    most = count.getValue();
                    best = spellings.getOrDefault(count.getKey(), "");
                }
            }
            return best;
        }
    }

    /** Some sites print "Headline | Opinion" where others only declare it: cut when somebody states the rest. */
    private static String agreed(String heading, List<String> stated, Set<String> site) {
        for (String title : stated) {
            boolean longer = heading.length() > title.length() && heading.startsWith(title);
            if (longer && isCounter(heading.substring(title.length()).strip())) {
                return title;
            }
        }
        String bare = withoutSite(heading, site);
        if (bare.equals(heading)) {
            return heading;
        }
        List<String> words = wordList(bare);
        return stated.stream().anyMatch(title -> wordList(title).equals(words)) ? bare : heading;
    }

    /** "(gazette.example) 87": where it was found, how many comments it has. */
    private static boolean isCounter(String rest) {
        return rest.startsWith("(") || rest.chars().allMatch(Character::isDigit);
    }

    private static boolean isPossible(String title, Set<String> site) {
        return !title.isEmpty() && title.length() <= LONGEST && !isOutlet(title, site);
    }

    private static boolean isHidden(Outline outline, int index) {
        for (int e = index; e >= 0; e = outline.parents[e]) {
            int blocks = outline.endBlocks[e] - outline.firstBlocks[e];
            // What is streamed to the page hides all of it until it is complete.
            if (Hint.HIDDEN.in(outline.hints[e]) && blocks * 2 < outline.blocks.size()) {
                return true;
            }
        }
        return false;
    }

    private static void addTo(List<String> titles, String title, Set<String> site) {
        String bare = withoutSite(tidy(title), site);
        if (isPossible(bare, site)) {
            titles.add(bare);
        }
    }

    private static String tidy(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length() && out.length() <= LONGEST; i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00a0') {
                if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else if (c != '\u00ad' && c != '\u200b' && c != '\ufeff') {
                out.append(c);
            }
        }
        return out.toString().strip();
    }

    /** "Headline | Section | Outlet" without what stands behind the headline, or "Outlet | Headline" without the outlet. */
    static String withoutSite(String title, Set<String> outlet) {
        String bare = title;
        for (int cuts = 0; cuts < MOST_CUTS; cuts++) {
            String shorter = cut(bare, outlet);
            if (shorter.equals(bare)) {
                break;
            }
            bare = shorter;
        }
        return bare;
    }

    private static String cut(String title, Set<String> outlet) {
        for (String separator : SEPARATORS) {
            int last = title.lastIndexOf(separator);
            if (last <= 0) {
                continue;
            }
            String head = title.substring(0, last).strip();
            String tail = title.substring(last + separator.length()).strip();
            if (isOutlet(tail, outlet)) {
                return head;
            }
            int first = title.indexOf(separator);
            if (isOutlet(title.substring(0, first), outlet)) {
                return title.substring(first + separator.length()).strip();
            }
            boolean bar = separator.equals(" | ")
                    || separator.equals("|")
                    || separator.equals("_")
                    || separator.equals(" :: ");
            int headWords = wordsOf(head);
            int tailWords = wordsOf(tail);
            if (bar ? headWords > 2 && tailWords < headWords && tailWords <= 6 : headWords > 4 && tailWords < 4) {
                return head;
            }
        }
        return title;
    }

    private static boolean isOutlet(String text, Set<String> outlet) {
        String normal = Phrases.normalized(text);
        return !normal.isEmpty()
                && (outlet.contains(normal)
                        || outlet.contains(normal.replace(" ", ""))
                        || outlet.contains(initials(normal)));
    }

    /** {@code mfa} for "Ministry of Foreign Affairs", without the small words; at least three letters. */
    private static String initials(String normal) {
        StringBuilder initials = new StringBuilder();
        for (String word : normal.split(" ", -1)) {
            if (word.length() > 3) {
                initials.append(word.charAt(0));
            }
        }
        return initials.length() < 3 ? normal : initials.toString();
    }

    private static int wordsOf(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = Character.isLetterOrDigit(c);
            if (letter && (!inside || c >= '\u2e80')) {
                words++;
            }
            inside = letter;
        }
        return words;
    }

    /** Share of the words of the heading that the other title has, and the other way round, whichever is smaller. */
    static double agreement(String heading, String other) {
        Set<String> mine = words(heading);
        Set<String> theirs = words(other);
        if (mine.isEmpty() || theirs.isEmpty()) {
            return 0;
        }
        int common = 0;
        for (String word : mine) {
            if (theirs.contains(word)) {
                common++;
            }
        }
        return 2.0 * common / (mine.size() + theirs.size());
    }

    private static Set<String> words(String text) {
        return new HashSet<>(wordList(text));
    }

    /** Words in lower case; ideographs one by one. */
    private static List<String> wordList(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String lower = text.toLowerCase(Locale.ROOT) + " ";
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean ideograph = c >= '\u2e80' && Character.isLetter(c);
            if (!ideograph && Character.isLetterOrDigit(c)) {
                word.append(c);
                continue;
            }
            if (word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (ideograph) {
                words.add(String.valueOf(c));
            }
        }
        return words;
    }
}
