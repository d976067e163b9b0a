package io.vigie.ingest.scrape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What pages say to their visitors between the paragraphs, in the languages of our sources: "Read more", "Lire aussi",
 * "関連記事".
 */
final class Phrases {

    /** What a block that begins with a phrase is. */
    enum Kind {
        /** The block is a notice or teaser by itself. */
        LINE,
        /** The block heads a list of other things, which goes with it. */
        SECTION
    }

    private static final int LONGEST = 40;
    private static final char FIRST_MARK = '\u0300';

    /** From here on scripts do not part their words by blanks. */
    private static final char FIRST_UNSPACED = '\u2e80';

    private final Map<String, Kind> starts = new HashMap<>();
    /** By their last character. */
    private final Map<Character, List<String>> credits = new HashMap<>();

    /** By their first character. */
    private final Map<Character, List<String>> notices = new HashMap<>();

    private final Beginnings noticeBeginnings = new Beginnings();
    private final Beginnings startBeginnings = new Beginnings();

    private final Set<String> whole = new HashSet<>();

    private Phrases() {}

    static Phrases shipped() {
        Phrases phrases = new Phrases();
        ShippedLines.of("phrases.txt").forEach(phrases::learn);
        return phrases;
    }

    private void learn(String line) {
        int space = line.indexOf(' ');
        String kind = line.substring(0, space);
        String phrase = line.substring(space + 1).strip();
        if (kind.equals("credit")) {
            credits.computeIfAbsent(phrase.charAt(phrase.length() - 1), last -> new ArrayList<>())
                    .add(phrase);
        } else if (kind.equals("notice")) {
            notices.computeIfAbsent(phrase.charAt(0), first -> new ArrayList<>())
                    .add(phrase);
            noticeBeginnings.add(phrase);
        } else if (kind.equals("whole")) {
            whole.add(normalized(phrase));
        } else {
            String start = normalized(phrase);
            starts.put(start, kind.equals("section") ? Kind.SECTION : Kind.LINE);
            startBeginnings.add(start);
        }
    }

    /** Letters, with their marks, and digits in lower case, everything else a single blank. */
    static String normalized(String text) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), LONGEST * 2));
        for (int i = 0; i < text.length() && out.length() < LONGEST * 2; i++) {
            char c = text.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                out.append(c); // what most characters are
            } else if (Character.isLetterOrDigit(c) || (c >= FIRST_MARK && isMark(c))) {
                out.append(Character.toLowerCase(c));
            } else if (c == '\'' || c == '’') {
                continue;
            } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString().strip();
    }

    /** Whether the block is nothing but the phrase. */
    boolean isWhole(String normalized) {
        return whole.contains(normalized) || starts.containsKey(normalized);
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /**
     * Whether a short block ends like the caption of a picture ("… in Kyiv. Photo: Jan Novak/Reuters") or says what
     * no paragraph of an article does: whose the rights are, who earns a commission, how to get the newsletter.
     */
    boolean isCredit(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int end = lower.length();
        while (end > 0 && ")]} .".indexOf(lower.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean sentence = end < lower.length() && lower.charAt(lower.length() - 1) == '.';
        return (!sentence && endsWithCredit(lower, end)) || hasNotice(lower);
    }

    private boolean endsWithCredit(String lower, int end) {
        if (end == 0) {
            return false;
        }
        for (String phrase : credits.getOrDefault(lower.charAt(end - 1), List.of())) {
            if (lower.startsWith(phrase, end - phrase.length())) {
                return true;
            }
        }
        return false;
    }

    private boolean hasNotice(String lower) {
        boolean inWord = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (inWord && c >= 'a' && c <= 'z') {
                continue; // what most characters are
            }
            if ((!inWord || c >= FIRST_UNSPACED) && noticeBeginnings.mayBeAt(i, lower)) {
                for (String phrase : notices.getOrDefault(c, List.of())) {
                    if (lower.startsWith(phrase, i)) {
                        return true;
                    }
                }
            }
            inWord = Character.isLetterOrDigit(c);
        }
        return false;
    }

    /**
     * Kind of the longest phrase that the text begins with.
     *
     * @param text {@link #normalized}
     */
    Optional<Kind> beginning(String text) {
        if (!startBeginnings.mayBeAt(0, text)) {
            return Optional.empty();
        }
        for (int n = Math.min(text.length(), LONGEST); n > 1; n--) {
            if (n == text.length() || text.charAt(n) == ' ' || text.charAt(n - 1) >= FIRST_UNSPACED) {
                Kind kind = starts.get(text.substring(0, n));
                if (kind != null) {
                    return Optional.of(kind);
                }
            }
        }
        return Optional.empty();
    }
}
