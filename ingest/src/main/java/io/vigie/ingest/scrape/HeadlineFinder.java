package io.vigie.ingest.scrape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The headline of a page. Sites say it up to five times (JSON-LD, OpenGraph, Twitter, {@code h1}, {@code title}), each
 * time a little differently; what readers see, the {@code h1}, wins when another of them agrees that it is the headline.
 */
final class HeadlineFinder {

    private static final double AGREES = 0.5;
    private static final int LONGEST = 1_000;
    private static final String[] SEPARATORS = {" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / ", "_", "|"
    };

    /** The headline, or the empty string. */
    String find(PageFacts facts, StructuredArticle structured, Outline outline) {
        String site = facts.meta("og:site_name", "application-name");
        String document = facts.title();
        List<String> stated = new ArrayList<>();
        addTo(stated, structured.headline());
        addTo(stated, facts.meta("og:title"));
        addTo(stated, facts.meta("twitter:title"));
        addTo(stated, facts.meta("dc.title", "dcterms.title", "citation_title", "parsely-title", "sailthru.title"));
        String best = "";
        double most = 0;
        for (int index : facts.headlines()) {
            String heading = tidy(outline.textOf(index));
            if (heading.isEmpty() || heading.length() > LONGEST || isHidden(outline, index)) {
                continue;
            }
            double agreement = agreement(heading, document);
            for (String other : stated) {
                agreement = Math.max(agreement, agreement(heading, other));
            }
            if (agreement >= AGREES && agreement > most && !isSite(heading, site)) {
                most = agreement;
                best = heading;
            }
        }
        if (!best.isEmpty()) {
            return best;
        }
        for (String title : stated) {
            String bare = withoutSite(title, site);
            if (!isSite(bare, site)) {
                return bare;
            }
        }
        String bare = withoutSite(tidy(document), site);
        if (!bare.isEmpty()) {
            return bare.length() <= LONGEST ? bare : bare.substring(0, LONGEST);
        }
        for (int index : facts.headlines()) {
            String heading = tidy(outline.textOf(index));
            if (!heading.isEmpty() && heading.length() <= LONGEST) {
                return heading;
            }
        }
        return "";
    }

    private static boolean isHidden(Outline outline, int index) {
        for (int e = index; e >= 0; e = outline.parents[e]) {
            if (Hint.HIDDEN.in(outline.hints[e]) || Hint.TEASER.in(outline.hints[e]) && !outline.contains(e, index)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSite(String title, String site) {
        return !site.isEmpty() && Phrases.normalized(title).equals(Phrases.normalized(site));
    }

    private static void addTo(List<String> titles, String title) {
        String tidy = tidy(title);
        if (!tidy.isEmpty() && tidy.length() <= LONGEST) {
            titles.add(tidy);
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

    /** "Headline | Outlet" without the outlet: the name of the site, or the shorter end behind a separator. */
    static String withoutSite(String title, String site) {
        String bareSite = Phrases.normalized(site);
        for (String separator : SEPARATORS) {
            int last = title.lastIndexOf(separator);
            if (last <= 0) {
                continue;
            }
            String head = title.substring(0, last).strip();
            String tail = title.substring(last + separator.length()).strip();
            if (!bareSite.isEmpty()) {
                String normalTail = Phrases.normalized(tail);
                if (normalTail.equals(bareSite) || normalTail.startsWith(bareSite) || bareSite.startsWith(normalTail)) {
                    return withoutSite(head, "");
                }
                int first = title.indexOf(separator);
                if (Phrases.normalized(title.substring(0, first)).equals(bareSite)) {
                    return title.substring(first + separator.length()).strip();
                }
                continue;
            }
            boolean dash = separator.equals(" - ")
                    || separator.equals(" – ")
                    || separator.equals(" — ")
                    || separator.equals(" / ");
            if (wordsOf(head) >= (dash ? 4 : 2) && wordsOf(tail) <= (dash ? 4 : 6) && wordsOf(tail) < wordsOf(head)) {
                return head;
            }
        }
        return title;
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
        Set<String> words = new HashSet<>();
        StringBuilder word = new StringBuilder();
        String lower = text.toLowerCase(Locale.ROOT) + " ";
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c >= '\u2e80' && Character.isLetter(c)) {
                words.add(String.valueOf(c));
            } else if (Character.isLetterOrDigit(c)) {
                word.append(c);
                continue;
            }
            if (word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }
}
