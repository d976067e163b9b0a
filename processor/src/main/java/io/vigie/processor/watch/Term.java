package io.vigie.processor.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A term as an analyst writes it: {@code char de combat}, {@code =Rafale}, {@code rüstungs*}, {@code -arme à gauche},
 * {@code restreindre exportations ~4}.
 *
 * @param excluded a {@code -} stands before it: where it stands, its list does not
 * @param words one at least
 * @param slop how many other words may stand in between, all gaps together
 */
record Term(boolean excluded, List<Word> words, int slop) {

    private static final int SHORTEST_PART = 2;
    private static final Pattern SLOP = Pattern.compile("(.*\\S)\\s*~\\s*(\\d{1,2})");

    Term {
        words = List.copyOf(words);
    }

    /** How a word is compared. */
    enum Form {
        /** All its inflections, as the language's analyzer knows them. */
        INFLECTED,
        /** As written; case and diacritics do not matter unless it is written with a capital letter. */
        EXACT,
        /** The beginning of a word. */
        PREFIX,
        /** The end of a word. */
        SUFFIX,
        /** A part of a word, also its beginning or end. */
        INFIX
    }

    /**
     * One word of a term.
     *
     * @param text without its marks
     */
    record Word(Form form, String text) {}

    /**
     * Reads a term.
     *
     * @throws IllegalArgumentException with what is wrong, for the analyst
     */
    static Term parse(String text) {
        String trimmed = text.strip();
        boolean excluded = trimmed.startsWith("-");
        Matcher loose = SLOP.matcher(excluded ? trimmed.substring(1) : trimmed);
        String written = loose.matches() ? loose.group(1) : excluded ? trimmed.substring(1) : trimmed;
        List<Word> words = new ArrayList<>();
        for (String word : written.split("\\s+")) {
            words.add(word(word, text));
        }
        return new Term(excluded, words, loose.matches() ? Integer.parseInt(loose.group(2)) : 0);
    }

    private static Word word(String word, String term) {
        boolean open = word.startsWith("*");
        boolean goesOn = word.length() > 1 && word.endsWith("*");
        boolean exact = word.startsWith("=");
        String letters = word.substring(open || exact ? 1 : 0, word.length() - (goesOn ? 1 : 0));
        if (letters.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new IllegalArgumentException("term '" + term + "' has a word without letters");
        }
        if (letters.indexOf('*') >= 0 || letters.indexOf('=') >= 0 || (exact && goesOn)) {
            throw new IllegalArgumentException(
                    "term '" + term + "': '=' stands before a word, '*' before or behind it");
        }
        if ((open || goesOn) && letters.length() < SHORTEST_PART) {
            throw new IllegalArgumentException(
                    "term '" + term + "': write at least " + SHORTEST_PART + " letters beside '*'");
        }
        return new Word(form(open, goesOn, exact), letters);
    }

    private static Form form(boolean open, boolean goesOn, boolean exact) {
        if (exact) {
            return Form.EXACT;
        }
        if (open) {
            return goesOn ? Form.INFIX : Form.SUFFIX;
        }
        return goesOn ? Form.PREFIX : Form.INFLECTED;
    }
}
