package io.vigie.processor.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import morfologik.stemming.Dictionary;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.morfologik.MorfologikFilter;
import org.apache.lucene.analysis.pt.PortugueseStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/**
 * The second half of a language's analyzer: the forms of one word. It looks at nothing but the word, so that its answer can
 * be remembered. Safe for many threads.
 */
final class WordAnalyzer implements AutoCloseable {

    private static final CharArraySet ITALIAN_ARTICLES = new CharArraySet(
            List.of(
                    "c", "l", "all", "dall", "dell", "nell", "sull", "coll", "pell", "gl", "agl", "dagl", "degl",
                    "negl", "sugl", "un", "m", "t", "s", "v", "d", "quell", "quest", "bell"),
            true);

    /** Plurals that are words of their own: whoever asks for a force does not mean the forces. */
    private static final Set<String> PLURAL_ONLY = Set.of(
            "arms", "customs", "forces", "goods", "lives", "means", "minutes", "news", "series", "species", "states",
            "waters", "works");

    private final boolean english;
    private final Analyzer surfaces;
    private final Analyzer stems;

    /** For a BCP 47 language; one that has no analyzer of its own gets no stemming. */
    WordAnalyzer(String language) {
        this.english = language.equals("en");
        this.surfaces = new Chain(language) {
            @Override
            TokenStream filters(TokenStream word) {
                return plain(word);
            }
        };
        this.stems = new Chain(language) {
            @Override
            TokenStream filters(TokenStream word) {
                return stemmed(word);
            }
        };
    }

    /**
     * The forms of a word.
     *
     * @param word as written
     * @param dictionaryForm as the tokenizer knows it already, or {@code null}
     */
    WordForms forms(String word, @Nullable String dictionaryForm) {
        String surface = Folding.fold(terms(surfaces, word).stream().findFirst().orElse(word));
        if (dictionaryForm != null) {
            return new WordForms(surface, Set.of(Folding.fold(dictionaryForm)));
        }
        Set<String> found = new HashSet<>();
        terms(stems, word).forEach(stem -> found.add(Folding.fold(stem)));
        if (english && found.contains(surface)) {
            found.add(singular(surface));
        }
        return new WordForms(surface, found);
    }

    /**
     * The singular of a plural that KStem keeps as it is, because its dictionary has it as a noun of its own: orders,
     * supplies, exercises, rifles. Other words come back unchanged.
     */
    private static String singular(String word) {
        if (word.length() < 5 || !word.endsWith("s") || word.matches(".*(ss|us|is)") || PLURAL_ONLY.contains(word)) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.substring(0, word.length() - (word.matches(".*(ch|sh|x)es") ? 2 : 1));
    }

    private static Set<String> terms(Analyzer analyzer, String word) {
        try (TokenStream tokens = analyzer.tokenStream("", word)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            Set<String> terms = new HashSet<>();
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException("a word in memory cannot be read", e);
        }
    }

    @Override
    public void close() {
        surfaces.close();
        stems.close();
    }

    /** A word as one token, through the filters of its language. */
    private abstract static class Chain extends Analyzer {

        private final String language;

        Chain(String language) {
            this.language = language;
        }

        abstract TokenStream filters(TokenStream word);

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer word = new KeywordTokenizer();
            return new TokenStreamComponents(word, filters(word));
        }

        final TokenStream plain(TokenStream word) {
            return switch (language) {
                case "fr" -> new ElisionFilter(new ICUNormalizer2Filter(word), FrenchAnalyzer.DEFAULT_ARTICLES);
                case "it" -> new ElisionFilter(new ICUNormalizer2Filter(word), ITALIAN_ARTICLES);
                case "en" -> new EnglishPossessiveFilter(new ICUNormalizer2Filter(word));
                default -> new ICUNormalizer2Filter(word);
            };
        }

        final TokenStream stemmed(TokenStream word) {
            return switch (language) {
                case "fr" -> new SnowballFilter(plain(word), new FrenchStemmer());
                case "en" -> new KStemFilter(plain(word));
                case "de" -> new GermanLightStemFilter(new GermanNormalizationFilter(plain(word)));
                case "es" -> new SnowballFilter(plain(word), new SpanishStemmer());
                case "it" -> new SnowballFilter(plain(word), new ItalianStemmer());
                case "pt" -> new PortugueseStemFilter(plain(word));
                case "nl" -> new SnowballFilter(plain(word), new DutchStemmer());
                case "uk" -> new MorfologikFilter(plain(word), Dictionaries.UKRAINIAN);
                // The Polish dictionary knows names by their capital letter.
                case "pl" -> new MorfologikFilter(word);
                default -> plain(word);
            };
        }
    }

    /** Read once, when the first text of the language comes. */
    private static final class Dictionaries {

        static final Dictionary UKRAINIAN = read("ua/net/nlp/ukrainian.dict");

        private static Dictionary read(String resource) {
            URL url = WordAnalyzer.class.getClassLoader().getResource(resource);
            if (url == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            try {
                return Dictionary.read(url);
            } catch (IOException e) {
                throw new UncheckedIOException(resource + " cannot be read", e);
            }
        }
    }
}
