package io.vigie.processor.story;

import java.text.DateFormatSymbols;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads clues from text in Latin, Cyrillic or Greek letters. Thread-safe. */
final class AlphabetReader {

    private static final String LETTER = "\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}";
    private static final Pattern WORD =
            Pattern.compile("[" + LETTER + "][" + LETTER + "\\p{M}\\p{Nd}]*(?:['’ʼ-][" + LETTER + "\\p{Nd}]+)*");
    private static final Pattern ELISION =
            Pattern.compile("^(?:[cdjlmnst]|qu|dell|all|nell|sull|un)['’]", Pattern.CASE_INSENSITIVE);
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s$");
    /** {@code F-35}, {@code A26}, {@code 2A5}, {@code PAC-3}: the same in every language. */
    private static final Pattern DESIGNATION =
            Pattern.compile("(?=[A-Z\\d])\\b(?:[A-Z]{1,4}-?\\d{1,3}[A-Z]?|\\d[A-Z]\\d)\\b");

    private static final Set<String> LANGUAGES_THAT_INFLECT_NAMES = Set.of("pl", "uk", "ru", "cs", "sk", "bg", "sr");
    private static final Pattern CASE_ENDING =
            Pattern.compile("(?:ego|emu|ogo|omu|owi|ovi|iem|em|im|ym|om|oju|oiu|iv)$");

    private static final String NOTHING = "-";
    private static final int STEM = 6;
    private static final int SHORTEST_WORD = 4;
    private static final double GERMAN_NOUN = 0.5;

    private final Scripts scripts;
    private final Places places;
    private final Forms aliases;
    private final Forms concepts;
    private final Set<String> calendar = new HashSet<>();

    AlphabetReader(Scripts scripts, Places places, Forms aliases, Forms concepts) {
        this.scripts = scripts;
        this.places = places;
        this.aliases = aliases;
        this.concepts = concepts;
        for (String language : List.of("fr", "en", "de", "es", "it", "pl", "uk", "nl", "pt")) {
            DateFormatSymbols symbols = DateFormatSymbols.getInstance(Locale.forLanguageTag(language));
            for (String[] names : List.of(symbols.getMonths(), symbols.getWeekdays())) {
                for (String name : names) {
                    calendar.add(name.toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    /** A word, whether it has a capital, and whether that is only because it opens a sentence. */
    private record Token(String text, boolean capital, boolean opens) {
        String small() {
            return text.toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads parts of one item, each with its weight: what is a name in one part is a name in all.
     *
     * @param parts headline first
     */
    void read(List<Part> parts, String language, Clues clues) {
        List<List<Token>> all = parts.stream().map(part -> tokens(part.text())).toList();
        Set<String> names = new HashSet<>();
        Set<String> small = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            boolean headline = i == 0 && all.size() > 1;
            if (!headline || !titleCase(all.get(i))) {
                observe(all.get(i), names, small);
            }
        }
        for (int i = 0; i < all.size(); i++) {
            for (Token token : all.get(i)) {
                boolean name = token.capital() && names.contains(token.text()) && !small.contains(token.small());
                take(token, name, parts.get(i).weight(), language, clues);
            }
            Matcher designation = DESIGNATION.matcher(parts.get(i).text());
            while (designation.find()) {
                clues.alias(
                        "@" + designation.group().replace("-", ""), parts.get(i).weight());
            }
        }
    }

    private static boolean titleCase(List<Token> tokens) {
        return tokens.stream().filter(Token::capital).count() > 0.6 * tokens.size();
    }

    private static void observe(List<Token> tokens, Set<String> names, Set<String> small) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!token.capital()) {
                small.add(token.text());
                continue;
            }
            boolean withSurname = i + 1 < tokens.size()
                    && tokens.get(i + 1).capital()
                    && !tokens.get(i + 1).opens();
            if (!token.opens() || withSurname) {
                names.add(token.text());
            }
        }
    }

    private void take(Token token, boolean name, double weight, String language, Clues clues) {
        String folded = token.small();
        clues.next(folded);
        if (calendar.contains(folded)) {
            return;
        }
        String concept = concepts.ofWord(token.text(), folded);
        String alias = aliases.ofWord(token.text(), folded);
        if (alias != null) {
            clues.alias(alias, weight);
        } else if (concept != null) {
            if (!concept.equals(NOTHING)) {
                clues.concept(concept, weight);
                word(folded, weight, clues);
            }
        } else if (folded.indexOf('-') > 0) {
            for (String part : token.text().split("-")) {
                if (!part.isEmpty()) {
                    boolean capital = Character.isUpperCase(part.codePointAt(0));
                    take(new Token(part, capital, token.opens()), name && capital, weight, language, clues);
                }
            }
        } else {
            other(token, folded, name, weight, language, clues);
        }
    }

    private void other(Token token, String folded, boolean name, double weight, String language, Clues clues) {
        String country = places.ofWord(folded, token.capital());
        if (country != null) {
            clues.place(country, weight);
        } else if (name && folded.length() >= 3) {
            boolean german = language.equals("de");
            clues.name(nominative(scripts.latin(folded), language), german ? GERMAN_NOUN * weight : weight);
            if (german) {
                word(folded, weight, clues);
            }
        } else {
            word(folded, weight, clues);
        }
    }

    /** Cuts the endings of a name's oblique cases: {@code Lindem}, {@code Рютте}. */
    private static String nominative(String latin, String language) {
        if (latin.length() < 6 || !LANGUAGES_THAT_INFLECT_NAMES.contains(language)) {
            return latin;
        }
        return CASE_ENDING.matcher(latin).replaceFirst("");
    }

    private static void word(String folded, double weight, Clues clues) {
        if (folded.length() >= SHORTEST_WORD) {
            clues.word(folded.substring(0, Math.min(folded.length(), STEM)), weight);
        }
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        int last = 0;
        while (matcher.find()) {
            String raw = POSSESSIVE
                    .matcher(ELISION.matcher(matcher.group()).replaceFirst(""))
                    .replaceFirst("");
            if (!raw.isEmpty()) {
                boolean opens = last == 0 || endsSentence(text, last, matcher.start());
                tokens.add(new Token(raw, Character.isUpperCase(raw.codePointAt(0)), opens));
            }
            last = matcher.end();
        }
        return tokens;
    }

    private static boolean endsSentence(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (".!?…:;«»“”„\"\n•".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
