package io.vigie.processor.formula;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words of a text as a phrase is compared by them: folded, without endings; a character each in Chinese and Japanese. */
final class Phrase {

    private static final int STEM = 6;

    private Phrase() {}

    static List<String> words(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        folded.codePoints().forEach(c -> {
            boolean letter = Character.isLetterOrDigit(c);
            if (letter && isCharacter(c)) {
                end(word, words);
                words.add(Character.toString(c));
            } else if (letter) {
                word.appendCodePoint(c);
            } else {
                end(word, words);
            }
        });
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (word.length() > 0) {
            words.add(stem(word.toString()));
            word.setLength(0);
        }
    }

    /** Number and case do not make another phrase: "tentative unilatérale" is "tentatives unilatérales". */
    private static String stem(String word) {
        String bare = word.length() > 3 && (word.endsWith("s") || word.endsWith("x"))
                ? word.substring(0, word.length() - 1)
                : word;
        return bare.substring(0, Math.min(STEM, bare.length()));
    }

    private static boolean isCharacter(int c) {
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }
}
