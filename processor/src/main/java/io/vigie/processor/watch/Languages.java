package io.vigie.processor.watch;

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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells the language of an item: the one that it states, or else the one that its letters suggest. Thread-safe. */
final class Languages {

    /** What stands for an unknown language (BCP 47). */
    static final String UNKNOWN = "und";

    /** Of the headline and of the body, each. */
    private static final int CHARACTERS_LOOKED_AT = 300;

    private static final int FEWEST_CHARACTERS = 12;
    /** Japanese has at least one Kana in so many characters; a Chinese text may quote a name or two. */
    private static final int LEAST_KANA = 20;

    /** Hangul Jamo; no letter before it is Han, Kana or Hangul. */
    private static final char FIRST_EAST_ASIAN = '\u1100';

    private static final double SURE_ENOUGH = 0.6;

    private static final List<LdLocale> PROFILES = Stream.of(
                    "fr", "en", "de", "es", "it", "pl", "uk", "pt", "nl", "ja", "zh-CN", "zh-TW", "ko", "ru", "ar",
                    "tr", "ro", "cs", "sv", "da", "fi", "hu", "el", "he", "fa", "vi", "bg", "sr", "ca", "no")
            .map(LdLocale::fromString)
            .toList();

    private final StopwordVote stopwords = new StopwordVote();
    private final LanguageDetector detector;

    private Languages(LanguageDetector detector) {
        this.detector = detector;
    }

    /** The one instance, whose language profiles are read from the class path when it is first asked for. */
    static Languages shared() {
        return Shared.LANGUAGES;
    }

    private static final class Shared {
        static final Languages LANGUAGES = load();
    }

    private static Languages load() {
        try {
            return new Languages(LanguageDetectorBuilder.create(NgramExtractors.standard())
                    .withProfiles(new LanguageProfileReader().readBuiltIn(PROFILES))
                    // Each n-gram counts once. The other way draws n-grams at random: dearer, and not twice the same.
                    .shortTextAlgorithm(4 * CHARACTERS_LOOKED_AT)
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException("language profiles cannot be read", e);
        }
    }

    /** The primary language subtag, such as {@code fr} for {@code fr-BE}, or {@value #UNKNOWN}. */
    String of(@Nullable String stated, String headline, String body) {
        if (stated != null && !stated.isBlank()) {
            String primary =
                    Locale.forLanguageTag(stated.strip().replace('_', '-')).getLanguage();
            if (!primary.isEmpty() && !primary.equals(UNKNOWN)) {
                return primary;
            }
        }
        return detect(headline, body);
    }

    private String detect(String headline, String body) {
        String text = head(headline) + "\n" + head(body);
        if (text.strip().length() < FEWEST_CHARACTERS) {
            return UNKNOWN;
        }
        String byScript = eastAsian(text);
        if (byScript != null) {
            return byScript;
        }
        String byWords = stopwords.of(text);
        if (byWords != null) {
            return byWords;
        }
        List<DetectedLanguage> likely = detector.getProbabilities(text);
        return likely.isEmpty() || likely.get(0).getProbability() < SURE_ENOUGH
                ? UNKNOWN
                : likely.get(0).getLocale().getLanguage();
    }

    /**
     * Japanese, Korean and Chinese by their scripts, which tell more surely than letter statistics: Japanese always mixes
     * Kana into its Han, Korean is written in Hangul.
     *
     * @return {@code null} when most letters are of another script
     */
    private static @Nullable String eastAsian(String text) {
        int letters = 0;
        int han = 0;
        int kana = 0;
        int hangul = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetter(c)) {
                continue;
            }
            letters++;
            if (c >= FIRST_EAST_ASIAN) {
                switch (Character.UnicodeScript.of(c)) {
                    case HAN -> han++;
                    case HIRAGANA, KATAKANA -> kana++;
                    case HANGUL -> hangul++;
                    default -> {}
                }
            }
        }
        if (2 * (han + kana + hangul) < letters) {
            return null;
        }
        if (hangul > han + kana) {
            return "ko";
        }
        return LEAST_KANA * kana > han + kana ? "ja" : "zh";
    }

    private static String head(String text) {
        return text.substring(0, Math.min(text.length(), CHARACTERS_LOOKED_AT));
    }
}
