package io.vigie.processor.story;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The language of an item, by its most common words when it is not stated: enough to know whose words to compare. */
final class Tongue {

    private static final Pattern BLANK = Pattern.compile("[^\\p{L}]+");
    private static final int CHARACTERS_LOOKED_AT = 1_500;

    /** Words that are common in one of these languages and rare in the others. */
    private static final Map<String, Set<String>> COMMON = Map.of(
            "fr",
                    Set.of(
                            "le", "les", "des", "du", "une", "et", "est", "dans", "pour", "au", "sur", "qui", "avec",
                            "par"),
            "en", Set.of("the", "of", "and", "to", "is", "was", "for", "with", "by", "on", "that", "at", "said", "has"),
            "de",
                    Set.of(
                            "der", "die", "das", "und", "den", "dem", "ist", "mit", "von", "für", "auf", "hat", "ein",
                            "im"),
            "es", Set.of("el", "los", "las", "del", "y", "una", "por", "con", "que", "para", "al", "su", "ha", "según"),
            "it",
                    Set.of(
                            "il", "gli", "di", "della", "del", "che", "per", "una", "con", "sono", "nel", "dei", "è",
                            "ha"),
            "pl", Set.of("w", "na", "się", "z", "do", "i", "nie", "jest", "że", "przez", "oraz", "dla", "od", "roku"),
            "nl",
                    Set.of(
                            "het", "een", "van", "en", "voor", "met", "niet", "zijn", "op", "dat", "te", "aan", "door",
                            "ook"),
            "pt", Set.of("o", "os", "da", "do", "em", "não", "uma", "com", "para", "que", "foi", "ao", "pelo", "dos"));

    private static final List<String> ORDER = List.of("en", "fr", "de", "es", "it", "pl", "nl", "pt");

    private Tongue() {}

    /**
     * Primary subtag of the language.
     *
     * @param stated BCP 47; {@code null} when unknown
     * @return for example {@code fr}; empty when nothing speaks for one
     */
    static String of(@Nullable String stated, String text) {
        if (stated != null && !stated.isBlank()) {
            return Locale.forLanguageTag(stated.strip().replace('_', '-')).getLanguage();
        }
        String looked = text.substring(0, Math.min(text.length(), CHARACTERS_LOOKED_AT));
        String byScript = byScript(looked);
        return byScript == null ? byWords(looked) : byScript;
    }

    private static @Nullable String byScript(String text) {
        int kana = 0;
        int han = 0;
        int cyrillic = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (Character.UnicodeScript.of(text.charAt(i))) {
                case HIRAGANA -> kana++;
                case HAN -> han++;
                case CYRILLIC -> cyrillic++;
                default -> {
                    // Latin, or no letter.
                }
            }
        }
        if (kana + han > text.length() / 4) {
            return kana * 10 > han ? "ja" : "zh";
        }
        if (cyrillic > text.length() / 4) {
            return text.matches("(?s).*[іїєґІЇЄҐ].*") ? "uk" : "ru";
        }
        return null;
    }

    private static String byWords(String text) {
        String[] words = BLANK.split(text.toLowerCase(Locale.ROOT));
        String best = "";
        int most = 1;
        for (String language : ORDER) {
            int count = 0;
            for (String word : words) {
                count += COMMON.getOrDefault(language, Set.of()).contains(word) ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = language;
            }
        }
        return best;
    }
}
