package io.vigie.ingest.dates;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Month names, in full and abbreviated, in the languages of CLDR that name months with letters of their own. */
final class Months {

    /**
     * Earlier languages win where one word means two months. Croatian is left out: its {@code listopad} is October, and
     * November for its neighbours.
     */
    private static final List<String> LANGUAGES = List.of(
            "en", "fr", "de", "es", "it", "pt", "nl", "pl", "uk", "ru", "be", "bg", "cs", "sk", "sl", "sr", "mk", "bs",
            "hu", "ro", "el", "tr", "az", "sv", "da", "nb", "nn", "is", "fi", "et", "lv", "lt", "ca", "gl", "eu", "cy",
            "ga", "sq", "mt", "id", "ms", "fil", "sw", "vi", "ar", "ar-LB", "ar-MA", "ar-DZ", "he", "fa", "ur", "hi",
            "bn", "th", "ka", "hy", "kk", "uz", "de-AT", "ta", "te", "ml", "kn", "mr", "gu", "pa", "ne", "si", "my",
            "km", "lo", "am", "tk", "tg", "ps", "af");

    /** Spellings that people use and CLDR does not list. */
    private static final Map<String, Integer> ALSO = Map.ofEntries(
            Map.entry("sept", 9),
            Map.entry("setiembre", 9),
            Map.entry("genn", 1),
            Map.entry("febbr", 2),
            Map.entry("magg", 5),
            Map.entry("sett", 9),
            Map.entry("kw", 4),
            Map.entry("сен", 9),
            Map.entry("ноя", 11),
            Map.entry("janvārī", 1),
            Map.entry("maijā", 5),
            Map.entry("jūnijā", 6),
            Map.entry("jūlijā", 7),
            Map.entry("septembrī", 9),
            Map.entry("oktobrī", 10),
            Map.entry("novembrī", 11),
            Map.entry("decembrī", 12),
            Map.entry("siječnja", 1),
            Map.entry("veljače", 2),
            Map.entry("ožujka", 3),
            Map.entry("travnja", 4),
            Map.entry("svibnja", 5),
            Map.entry("lipnja", 6),
            Map.entry("srpnja", 7),
            Map.entry("kolovoza", 8),
            Map.entry("avgusta", 8),
            Map.entry("rujna", 9),
            Map.entry("studenog", 11),
            Map.entry("studenoga", 11),
            Map.entry("prosinca", 12),
            Map.entry("julai", 7),
            Map.entry("aout", 8),
            Map.entry("fev", 2),
            Map.entry("fevr", 2),
            Map.entry("mrz", 3),
            Map.entry("maerz", 3),
            Map.entry("feber", 2),
            Map.entry("jän", 1),
            Map.entry("janv", 1),
            Map.entry("set", 9),
            Map.entry("mei", 5),
            Map.entry("мая", 5),
            Map.entry("сент", 9),
            Map.entry("нояб", 11),
            Map.entry("জানুয়ারি", 1),
            Map.entry("ফেব্রুয়ারি", 2),
            Map.entry("जुलाइ", 7),
            Map.entry("מרס", 3),
            Map.entry("كانون ثاني", 1),
            Map.entry("تشرين أول", 10),
            Map.entry("تشرين ثاني", 11),
            Map.entry("كانون أول", 12),
            Map.entry("إبريل", 4),
            Map.entry("ابريل", 4),
            Map.entry("اغسطس", 8),
            Map.entry("اكتوبر", 10),
            Map.entry("ιουν", 6),
            Map.entry("ιουλ", 7),
            Map.entry("αυγ", 8),
            Map.entry("σεπ", 9),
            Map.entry("οκτ", 10),
            Map.entry("νοε", 11),
            Map.entry("ιαν", 1),
            Map.entry("φεβ", 2),
            Map.entry("μαρ", 3),
            Map.entry("μάρ", 3),
            Map.entry("απρ", 4),
            Map.entry("μαι", 5));

    private static final int LONGEST = 24;
    /** Accents and points: scripts of India have their vowels among the marks, and words are not the same without. */
    private static final Pattern MARKS =
            Pattern.compile("[\\p{InCombiningDiacriticalMarks}\\u05b0-\\u05c7\\u064b-\\u0655\\u093c\\u09bc]+");

    private static final Map<String, Integer> BY_NAME = names();

    private Months() {}

    /**
     * The month that a word names, case and accents aside.
     *
     * @return 1 to 12, or {@code null}
     */
    static @Nullable Integer of(String word) {
        if (word.length() > LONGEST) {
            return null;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        String key = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        Integer month = BY_NAME.get(key);
        return month != null || isAscii(key) ? month : BY_NAME.get(plain(key));
    }

    private static boolean isAscii(String word) {
        int i = 0;
        while (i < word.length() && word.charAt(i) < 0x80) {
            i++;
        }
        return i == word.length();
    }

    private static Map<String, Integer> names() {
        Map<String, Integer> names = new HashMap<>(ALSO);
        for (String language : LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(
                        TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                    add(names, month.getDisplayName(style, locale), month.getValue());
                }
            }
        }
        return Map.copyOf(names);
    }

    private static void add(Map<String, Integer> names, String name, int month) {
        String key = name.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (key.codePoints().allMatch(Months::isPartOfName) && key.length() > 1) {
            names.putIfAbsent(key, month);
            names.putIfAbsent(plain(key), month);
        }
    }

    /** Of names of two words, and of those abbreviated like {@code เม.ย.}, too. */
    private static boolean isPartOfName(int c) {
        int type = Character.getType(c);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        return Character.isLetter(c) || mark || c == '.' || c == ' ';
    }

    private static String plain(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    }
}
