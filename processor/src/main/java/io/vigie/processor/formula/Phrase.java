package io.vigie.processor.formula;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A phrase as it is looked for, word by word. Immutable. */
final class Phrase {

    private static final int STEM = 6;

    /** Share of a phrase's words, and of those among them that carry meaning, that makes a sentence an altered use of it. */
    private static final double ALTERED = 0.6;

    /** Shorter words are articles and prepositions: "for", "as" and "it" alone are no trace of "as long as it takes". */
    private static final int MEANINGFUL = 4;

    /** An altered phrase may be this much longer than the original. */
    private static final double LONGER = 1.6;

    private final List<String> words;
    private final Set<String> distinct;
    private final Set<String> meaningful;

    private Phrase(List<String> words) {
        this.words = List.copyOf(words);
        this.distinct = Set.copyOf(words);
        this.meaningful = distinct.stream()
                .filter(word -> word.length() >= MEANINGFUL || isCharacter(word.codePointAt(0)))
                .collect(Collectors.toUnmodifiableSet());
    }

    static Phrase of(String text) {
        return new Phrase(words(text));
    }

    /** The words, with blanks between them. */
    String text() {
        return String.join(" ", words);
    }

    /** Whether a text of these words, in whatever order, has enough of them for the phrase to be there, whole or altered. */
    boolean mayBeIn(Set<String> text) {
        return most(meaningful, text) && most(distinct, text);
    }

    /** Whether all words are among those of a text. */
    boolean isSpelledBy(Set<String> text) {
        return text.containsAll(distinct);
    }

    /** Whether a sentence of these words has the phrase whole. */
    boolean isIn(List<String> sentence) {
        return Collections.indexOfSubList(sentence, words) >= 0;
    }

    /** The shortest stretch of a sentence that holds most of the phrase's words; {@code null} when there is none. */
    @Nullable
    String alteredIn(List<String> sentence) {
        if (!mayBeIn(new HashSet<>(sentence))) {
            return null;
        }
        int longest = (int) Math.ceil(words.size() * LONGER);
        List<String> best = null;
        int held = 0;
        for (int start = 0; start < sentence.size(); start++) {
            if (distinct.contains(sentence.get(start))) {
                Set<String> found = new HashSet<>();
                for (int end = start; end < Math.min(sentence.size(), start + longest); end++) {
                    String word = sentence.get(end);
                    if (distinct.contains(word) && found.add(word) && found.size() > held) {
                        held = found.size();
                        best = sentence.subList(start, end + 1);
                    }
                }
            }
        }
        return best != null && mayBeIn(new HashSet<>(best)) ? String.join(" ", best) : null;
    }

    private static boolean most(Set<String> wanted, Set<String> text) {
        return wanted.stream().filter(text::contains).count() >= ALTERED * wanted.size();
    }

    /** Words of a text as phrases are compared by them: folded, without endings; a character each in Chinese and Japanese. */
    static List<String> words(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKD);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < folded.length(); i += Character.charCount(folded.codePointAt(i))) {
            int c = folded.codePointAt(i);
            if (Character.isLetterOrDigit(c)) {
                boolean character = isCharacter(c);
                if (character) {
                    end(word, words);
                }
                word.appendCodePoint(Character.toLowerCase(c));
                if (character) {
                    end(word, words);
                }
            } else if (!isMark(c)) {
                end(word, words);
            }
        }
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (word.length() > 0) {
            words.add(stem(word));
            word.setLength(0);
        }
    }

    /** Number and case do not make another phrase: "tentative unilatérale" is "tentatives unilatérales". */
    private static String stem(StringBuilder word) {
        int length = word.length();
        char last = word.charAt(length - 1);
        boolean plural = length > 3 && (last == 's' || last == 'x');
        return word.substring(0, Math.min(STEM, plural ? length - 1 : length));
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isCharacter(int c) {
        if (c < 0x2E80) { // All that these scripts have comes after.
            return false;
        }
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }
}
