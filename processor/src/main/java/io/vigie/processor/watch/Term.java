package io.vigie.processor.watch;

import java.util.ArrayList;
import java.util.List;

/**
 * A term as an analyst writes it: {@code char de combat}, {@code =Rafale}, {@code rüstungs*}, {@code -arme à gauche}.
 *
 * @param excluded a {@code -} stands before it: where it stands, its list does not
 * @param words one at least
 */
record Term(boolean excluded, List<Word> words) {

    private static final int SHORTEST_PART = 2;

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
        List<Word> words = new ArrayList<>();
        for (String word : (excluded ? trimmed.substring(1) : trimmed).split("\\s+")) {
            words.add(word(word, text));
        }
        return new Term(excluded, words);
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
