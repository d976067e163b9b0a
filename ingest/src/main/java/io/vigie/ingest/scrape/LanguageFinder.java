package io.vigie.ingest.scrape;

import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The language of a text: the script where it tells, else n-grams. What a page declares holds as long as the text does
 * not clearly say otherwise; templates are often left at {@code lang="en"}.
 */
final class LanguageFinder {

    private static final int SAMPLE = 600;
    private static final int SHORTEST_SAMPLE = 60;
    private static final double SURE = 0.90;
    private static final long SEED = 1;

    private final FunctionWords functionWords = FunctionWords.shipped();

    /** Pairs that n-grams cannot keep apart; the declaration settles them. */
    private static final List<Set<String>> TWINS = List.of(
            Set.of("no", "nb", "nn", "da"),
            Set.of("hr", "sr", "bs", "sh", "sl"),
            Set.of("id", "ms"),
            Set.of("cs", "sk"),
            Set.of("gl", "pt", "es"),
            Set.of("ca", "es"),
            Set.of("fa", "ar", "ur", "ps", "ku", "ckb"),
            Set.of("hi", "mr", "ne"),
            Set.of("he", "yi"),
            Set.of("th", "lo"),
            Set.of("af", "nl"),
            Set.of("bg", "mk"));

    /**
     * Built at first use: the profiles take a second and some megabytes, and a process may never scrape. One detector a
     * script: a Latin text need not be compared with Russian.
     */
    private static final class Profiles {

        static final LanguageDetector LATIN = detector(
                "af", "ca", "cs", "da", "de", "en", "es", "et", "fi", "fr", "gl", "hr", "hu", "id", "it", "lt", "lv",
                "ms", "nl", "no", "pl", "pt", "ro", "sk", "sl", "sq", "sv", "tl", "tr", "vi");
        static final LanguageDetector CYRILLIC = detector("be", "bg", "mk", "ru", "sr", "uk");
        static final LanguageDetector ARABIC = detector("ar", "fa", "ur");

        private static LanguageDetector detector(String... languages) {
            try {
                return LanguageDetectorBuilder.create(NgramExtractors.standard())
                        .seed(SEED)
                        .withProfiles(new LanguageProfileReader()
                                .readBuiltIn(Stream.of(languages)
                                        .map(LdLocale::fromString)
                                        .toList()))
                        .build();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * The language of a page.
     *
     * @param declared tags in order of trust, for example {@code fr-BE}, {@code en_US}; empty ones are passed over
     * @param text of the article
     */
    Optional<String> find(List<String> declared, String text) {
        String stated = declared.stream()
                .map(LanguageFinder::primary)
                .filter(tag -> !tag.isEmpty())
                .findFirst()
                .orElse("");
        String sample = text.length() <= SAMPLE ? text : text.substring(0, SAMPLE);
        if (functionWords.confirm(stated, sample)) {
            return Optional.of(stated);
        }
        String detected = detected(sample);
        if (detected.isEmpty() || areTwins(stated, detected)) {
            return stated.isEmpty() ? Optional.empty() : Optional.of(stated);
        }
        return Optional.of(detected);
    }

    private static boolean areTwins(String stated, String detected) {
        return TWINS.stream().anyMatch(pair -> pair.contains(stated) && pair.contains(detected));
    }

    /** {@code pt-BR} and {@code pt_BR} give {@code pt}; what is no language tag gives the empty string. */
    static String primary(String tag) {
        String text = tag.strip().toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < text.length() && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
            end++;
        }
        String language = text.substring(0, end);
        return switch (language) {
            case "jp" -> "ja";
            case "ua" -> "uk";
            case "cn" -> "zh";
            case "kr" -> "ko";
            case "cz" -> "cs";
            case "gr" -> "el";
            case "iw" -> "he";
            case "mul", "und", "zxx" -> "";
            default -> end == 2 || end == 3 ? language : "";
        };
    }

    private static String detected(String sample) {
        Script script = Script.of(sample);
        if (!script.language.isEmpty()) {
            return script.language;
        }
        if (sample.length() < SHORTEST_SAMPLE) {
            return "";
        }
        LanguageDetector detector = switch (script) {
            case CYRILLIC -> Profiles.CYRILLIC;
            case ARABIC -> Profiles.ARABIC;
            default -> Profiles.LATIN;
        };
        List<DetectedLanguage> found = detector.getProbabilities(sample);
        if (found.isEmpty() || found.get(0).getProbability() < SURE) {
            return "";
        }
        return found.get(0).getLocale().getLanguage();
    }

    /** Scripts, with the language if the news has only one that is written in it. */
    private enum Script {
        JAPANESE("ja"),
        CHINESE("zh"),
        KOREAN("ko"),
        GREEK("el"),
        HEBREW("he"),
        THAI("th"),
        GEORGIAN("ka"),
        ARMENIAN("hy"),
        HINDI("hi"),
        CYRILLIC(""),
        ARABIC(""),
        LATIN("");

        private final String language;

        Script(String language) {
            this.language = language;
        }

        static Script of(String text) {
            int[] counts = new int[values().length];
            int letters = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (Character.isLetter(c)) {
                    letters++;
                    counts[of(c).ordinal()]++;
                }
            }
            int kana = counts[JAPANESE.ordinal()];
            int han = counts[CHINESE.ordinal()];
            if (kana * 20 > letters && kana + han > letters / 4) {
                return JAPANESE;
            }
            for (Script script : values()) {
                if (script != LATIN && counts[script.ordinal()] * 10 > letters * 3) {
                    return script;
                }
            }
            return LATIN;
        }

        private static Script of(char c) {
            if (c < '\u0370') {
                return LATIN;
            }
            if (c >= '\u3040' && c <= '\u30ff') {
                return JAPANESE;
            }
            if ((c >= '\u3400' && c <= '\u9fff') || (c >= '\uf900' && c <= '\ufaff')) {
                return CHINESE;
            }
            if ((c >= '\uac00' && c <= '\ud7af') || (c >= '\u1100' && c <= '\u11ff')) {
                return KOREAN;
            }
            if (c <= '\u03ff') {
                return GREEK;
            }
            if (c <= '\u052f') {
                return CYRILLIC;
            }
            if ((c >= '\u0600' && c <= '\u06ff') || (c >= '\u0750' && c <= '\u077f')) {
                return ARABIC;
            }
            if (c >= '\u0530' && c <= '\u058f') {
                return ARMENIAN;
            }
            if (c >= '\u0590' && c <= '\u05ff') {
                return HEBREW;
            }
            if (c >= '\u0900' && c <= '\u097f') {
                return HINDI;
            }
            if (c >= '\u0e00' && c <= '\u0e7f') {
                return THAI;
            }
            return c >= '\u10a0' && c <= '\u10ff' ? GEORGIAN : LATIN;
        }
    }
}
