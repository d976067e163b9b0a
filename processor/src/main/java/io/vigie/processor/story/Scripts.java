package io.vigie.processor.story;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writing systems, and the way from each to plain Latin letters. */
final class Scripts {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final Transliterator toLatin = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

    /** Han, Kana or Hangul: written without spaces or without capitals. */
    static boolean isEastAsian(int codePoint) {
        return switch (UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
            default -> codePoint == 'ー' || codePoint == '・' || codePoint == '·';
        };
    }

    static boolean isKatakana(int codePoint) {
        return codePoint == 'ー' || UnicodeScript.of(codePoint) == UnicodeScript.KATAKANA;
    }

    static boolean isHan(int codePoint) {
        return UnicodeScript.of(codePoint) == UnicodeScript.HAN;
    }

    /**
     * Lower-case ASCII form of a word. Example: {@code Зеленський} gives {@code zelens'kij}, {@code Gdańsk} gives
     * {@code gdansk}.
     */
    String latin(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        if (isAscii(small)) {
            return small;
        }
        String bare =
                MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll("");
        return isAscii(bare) ? bare : toLatin.transliterate(small);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
