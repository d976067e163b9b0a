package io.vigie.processor.story;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Countries by their names in many languages, from the Unicode CLDR that every JDK holds: {@code Ukraine},
 * {@code Ukrainie}, {@code Україні} and {@code 乌克兰} are all {@code UA}, and so are {@code ukrainien} and
 * {@code ukrainische}, because the name of the language leads to its country.
 */
final class Places {

    private static final List<String> LANGUAGES = List.of(
            "fr", "en", "de", "es", "it", "pl", "uk", "ru", "pt", "nl", "ja", "zh", "ko", "cs", "sv", "ro", "tr");
    private static final Map<String, String> COUNTRY_OF_LANGUAGE = Map.ofEntries(
            Map.entry("uk", "UA"),
            Map.entry("ja", "JP"),
            Map.entry("zh", "CN"),
            Map.entry("ko", "KR"),
            Map.entry("cs", "CZ"),
            Map.entry("da", "DK"),
            Map.entry("sv", "SE"),
            Map.entry("el", "GR"),
            Map.entry("he", "IL"),
            Map.entry("fa", "IR"),
            Map.entry("hi", "IN"),
            Map.entry("vi", "VN"),
            Map.entry("ka", "GE"),
            Map.entry("et", "EE"),
            Map.entry("sl", "SI"),
            Map.entry("nb", "NO"),
            Map.entry("fil", "PH"),
            Map.entry("hy", "AM"),
            Map.entry("be", "BY"),
            Map.entry("fr", "FR"),
            Map.entry("de", "DE"),
            Map.entry("it", "IT"),
            Map.entry("pl", "PL"),
            Map.entry("ru", "RU"),
            Map.entry("ro", "RO"),
            Map.entry("hu", "HU"),
            Map.entry("bg", "BG"),
            Map.entry("fi", "FI"),
            Map.entry("lt", "LT"),
            Map.entry("lv", "LV"),
            Map.entry("tr", "TR"),
            Map.entry("nl", "NL"),
            Map.entry("sk", "SK"),
            Map.entry("th", "TH"));
    private static final int SHORTEST_STEM = 4;
    private static final int LONGEST_ENDING = 4;

    /** By names of countries, which count only with a capital: {@code indiqué} is not of India. */
    private final Map<String, String> byStem = new HashMap<>();

    /** By names of languages, which are adjectives too. */
    private final Map<String, String> byAdjective = new HashMap<>();

    private final Map<String, String> byHan = new HashMap<>();

    Places() {
        for (String language : LANGUAGES) {
            Locale in = Locale.forLanguageTag(language);
            for (String country : Locale.getISOCountries()) {
                add(byStem, new Locale.Builder().setRegion(country).build().getDisplayCountry(in), country);
            }
            COUNTRY_OF_LANGUAGE.forEach((code, country) ->
                    add(byAdjective, Locale.forLanguageTag(code).getDisplayLanguage(in), country));
        }
    }

    private void add(Map<String, String> stems, String name, String country) {
        String folded = fold(name);
        if (folded.indexOf(' ') >= 0 || folded.isEmpty()) {
            return;
        }
        if (Scripts.isEastAsian(folded.codePointAt(0))) {
            if (folded.length() >= 2) {
                byHan.putIfAbsent(folded, country);
            }
        } else {
            stems.putIfAbsent(stem(folded), country);
        }
    }

    /**
     * Country of one word of an alphabetic script, inflected or not.
     *
     * @param folded in small letters
     * @return {@code null} for none
     */
    @Nullable
    String ofWord(String folded, boolean capital) {
        for (int length = Math.min(folded.length(), 14); length >= SHORTEST_STEM; length--) {
            if (folded.length() - length > LONGEST_ENDING) {
                return null;
            }
            String stem = folded.substring(0, length);
            String country = capital ? byStem.get(stem) : null;
            if (country == null && length > SHORTEST_STEM) {
                country = byAdjective.get(stem);
            }
            if (country != null) {
                return country;
            }
        }
        return null;
    }

    /** Countries named in a run of Han, Kana or Hangul, longest name first at each place. */
    List<String> inEastAsian(String run) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < run.length(); i++) {
            for (int length = Math.min(8, run.length() - i); length >= 2; length--) {
                String country = byHan.get(run.substring(i, i + length));
                if (country != null) {
                    found.add(country);
                    i += length - 1;
                    break;
                }
            }
        }
        return found;
    }

    /** The run with the countries blanked out. */
    String without(String run) {
        String rest = run;
        for (int i = 0; i < run.length(); i++) {
            for (int length = Math.min(8, run.length() - i); length >= 2; length--) {
                if (byHan.containsKey(run.substring(i, i + length))) {
                    rest = rest.substring(0, i) + " ".repeat(length) + rest.substring(i + length);
                    i += length - 1;
                    break;
                }
            }
        }
        return rest;
    }

    private static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Without the last vowels, which inflection changes, as long as enough is left. */
    private static String stem(String name) {
        int end = name.length();
        while (end > SHORTEST_STEM && "aeiouyаяіїеєиоуюáéíóúàèìòùäöüąę".indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        return name.substring(0, end);
    }
}
