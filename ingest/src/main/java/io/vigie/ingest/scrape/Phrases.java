package io.vigie.ingest.scrape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
    private static final int SHORTEST_NOTICE = 4;
    private static final int SHORTEST_START = 2;
    private static final char FIRST_MARK = '\u0300';

    /** From here on scripts do not part their words by blanks. */
    private static final char FIRST_UNSPACED = '\u2e80';

    private final Map<String, Kind> starts = new HashMap<>();
    /** By their last character. */
    private final Map<Character, List<String>> credits = new HashMap<>();

    private final Beginnings notices = new Beginnings(SHORTEST_NOTICE);
    private final Beginnings startBeginnings = new Beginnings(SHORTEST_START);

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
            notices.add(phrase);
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
        char[] out = new char[Math.min(text.length(), LONGEST * 2)];
        int size = 0;
        for (int i = 0; i < text.length() && size < out.length; i++) {
            char c = text.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                out[size++] = c; // what most characters are
            } else if (Character.isLetterOrDigit(c) || (c >= FIRST_MARK && isMark(c))) {
                out[size++] = Character.toLowerCase(c);
            } else if (c == '\'' || c == '’') {
                continue;
            } else if (size > 0 && out[size - 1] != ' ') {
                out[size++] = ' ';
            }
        }
        return new String(out, 0, size).strip();
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
        int end = text.length();
        while (end > 0 && ")]} .".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean sentence = end < text.length() && text.charAt(text.length() - 1) == '.';
        return (!sentence && endsWithCredit(text, end)) || hasNotice(text);
    }

    private boolean endsWithCredit(String text, int end) {
        if (end == 0) {
            return false;
        }
        for (String phrase : credits.getOrDefault(Character.toLowerCase(text.charAt(end - 1)), List.of())) {
            if (isAt(end - phrase.length(), text, phrase)) {
                return true;
            }
        }
        return false;
    }

    /** Looks from word to word: what is between two beginnings is most of a text. */
    private boolean hasNotice(String text) {
        char[] chars = text.toCharArray();
        boolean inWord = false;
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            boolean latin = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (inWord && latin) {
                continue;
            }
            if ((!inWord || c >= FIRST_UNSPACED) && notices.mayBeAt(i, chars) && hasNoticeAt(i, chars, text)) {
                return true;
            }
            inWord = latin || Character.isLetterOrDigit(c);
        }
        return false;
    }

    private boolean hasNoticeAt(int at, char[] chars, String text) {
        for (String phrase : notices.at(at, chars)) {
            if (isAt(at, text, phrase)) {
                return true;
            }
        }
        return false;
    }

    /** @param phrase in lower case */
    private static boolean isAt(int at, String text, String phrase) {
        return text.regionMatches(true, at, phrase, 0, phrase.length());
    }

    /**
     * Kind of the longest phrase that the text begins with.
     *
     * @param text {@link #normalized}
     */
    Optional<Kind> beginning(String text) {
        if (text.length() < SHORTEST_START) {
            return Optional.empty();
        }
        char[] first = {text.charAt(0), text.charAt(1)};
        if (!startBeginnings.mayBeAt(0, first)) {
            return Optional.empty();
        }
        String longest = "";
        for (String start : startBeginnings.at(0, first)) {
            if (start.length() > longest.length() && text.startsWith(start) && endsWord(text, start.length())) {
                longest = start;
            }
        }
        return Optional.ofNullable(starts.get(longest));
    }

    private static boolean endsWord(String text, int at) {
        return at == text.length() || text.charAt(at) == ' ' || text.charAt(at - 1) >= FIRST_UNSPACED;
    }
}
