package io.vigie.processor.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Set;
import morfologik.stemming.Dictionary;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.ja.JapaneseBaseFormFilter;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.morfologik.MorfologikFilter;
import org.apache.lucene.analysis.pt.PortugueseStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.apache.lucene.util.AttributeFactory;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/**
 * Cuts a text of one language into words: each with its stem or its dictionary forms as term, and as written in {@link
 * SurfaceAttribute}. Nothing is dropped, so that phrases may hold any word. Immutable; safe for many threads.
 */
final class LanguageAnalyzer extends Analyzer {

    private static final CharArraySet ITALIAN_ARTICLES = new CharArraySet(
            List.of(
                    "c", "l", "all", "dall", "dell", "nell", "sull", "coll", "pell", "gl", "agl", "dagl", "degl",
                    "negl", "sugl", "un", "m", "t", "s", "v", "d", "quell", "quest", "bell"),
            true);

    /** Languages that have an analyzer of their own. */
    static final Set<String> LANGUAGES = Set.of("fr", "en", "de", "es", "it", "pl", "uk", "pt", "nl", "ja", "zh", "ko");

    private final String language;

    /** For a BCP 47 language; one that has no analyzer of its own gets ICU's word boundaries and no stemming. */
    LanguageAnalyzer(String language) {
        this.language = language;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokenizer = tokenizer();
        TokenStream words = new FoldingFilter(stems(tokenizer));
        return new TokenStreamComponents(tokenizer, words);
    }

    private Tokenizer tokenizer() {
        return switch (language) {
            case "fr", "en", "de", "es", "it", "pl", "uk", "pt", "nl" -> new StandardTokenizer();
            case "ja" -> new JapaneseTokenizer(null, true, JapaneseTokenizer.Mode.NORMAL);
            case "zh" -> new HMMChineseTokenizer();
            case "ko" ->
                new KoreanTokenizer(
                        AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY,
                        null,
                        KoreanTokenizer.DecompoundMode.DISCARD,
                        false);
            default -> new ICUTokenizer();
        };
    }

    private TokenStream stems(TokenStream tokens) {
        return switch (language) {
            case "fr" ->
                new SnowballFilter(
                        surface(new ElisionFilter(normal(tokens), FrenchAnalyzer.DEFAULT_ARTICLES)),
                        new FrenchStemmer());
            case "en" -> new KStemFilter(surface(new EnglishPossessiveFilter(normal(tokens))));
            case "de" -> new GermanLightStemFilter(new GermanNormalizationFilter(surface(normal(tokens))));
            case "es" -> new SnowballFilter(surface(normal(tokens)), new SpanishStemmer());
            case "it" ->
                new SnowballFilter(surface(new ElisionFilter(normal(tokens), ITALIAN_ARTICLES)), new ItalianStemmer());
            case "pl" -> new MorfologikFilter(surface(tokens));
            case "uk" -> new MorfologikFilter(surface(normal(tokens)), Dictionaries.UKRAINIAN);
            case "pt" -> new PortugueseStemFilter(surface(normal(tokens)));
            case "nl" -> new SnowballFilter(surface(normal(tokens)), new DutchStemmer());
            case "ja" -> new JapaneseBaseFormFilter(surface(new CJKWidthFilter(tokens)));
            default -> surface(normal(tokens));
        };
    }

    private static TokenStream normal(TokenStream tokens) {
        return new ICUNormalizer2Filter(tokens);
    }

    private static TokenStream surface(TokenStream tokens) {
        return new SurfaceFilter(tokens);
    }

    /** Read once, when the first text of the language comes. */
    private static final class Dictionaries {

        static final Dictionary UKRAINIAN = read("ua/net/nlp/ukrainian.dict");

        private static Dictionary read(String resource) {
            URL url = LanguageAnalyzer.class.getClassLoader().getResource(resource);
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
