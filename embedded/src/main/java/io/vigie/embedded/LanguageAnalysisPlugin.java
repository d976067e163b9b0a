package io.vigie.embedded;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.AbstractIndexAnalyzerProvider;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.PreBuiltAnalyzerProviderFactory;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.indices.analysis.PreBuiltCacheFactory.CachingStrategy;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/**
 * The analyzers of languages, and the folding filters, that a full distribution has from modules and plugins which are
 * not published as jars. Lucene has them all; here they get the names that mappings use, so that one index template
 * serves this node and a cluster alike. {@code stopwords} and {@code stem_exclusion} work as they do there.
 */
public final class LanguageAnalysisPlugin extends Plugin implements AnalysisPlugin {

    private static final Map<String, Function<TokenStream, TokenStream>> FOLDINGS =
            Map.of("asciifolding", ASCIIFoldingFilter::new, "icu_folding", ICUFoldingFilter::new);

    private final List<LanguageAnalyzer> languages = LanguageAnalyzer.all();

    @Override
    public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
        return languages.stream()
                .collect(Collectors.toMap(
                        LanguageAnalyzer::name,
                        language -> (index, environment, name, settings) ->
                                new Provider(language, environment, name, settings)));
    }

    @Override
    public List<PreBuiltAnalyzerProviderFactory> getPreBuiltAnalyzerProviderFactories() {
        return languages.stream()
                .map(language -> new PreBuiltAnalyzerProviderFactory(
                        language.name(), CachingStrategy.ONE, language::withDefaults))
                .toList();
    }

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return FOLDINGS.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        folding -> (index, environment, name, settings) ->
                                new Folding(name, settings, folding.getValue())));
    }

    @Override
    public List<PreConfiguredTokenFilter> getPreConfiguredTokenFilters() {
        return FOLDINGS.entrySet().stream()
                .map(folding -> PreConfiguredTokenFilter.singleton(folding.getKey(), true, folding.getValue()))
                .toList();
    }

    private static final class Provider extends AbstractIndexAnalyzerProvider<Analyzer> {

        private final Analyzer analyzer;

        Provider(LanguageAnalyzer language, Environment environment, String name, Settings settings) {
            super(name, settings);
            analyzer = language.factory()
                    .create(
                            Analysis.parseStopWords(environment, settings, language.stopWords()),
                            Analysis.parseStemExclusion(settings, CharArraySet.EMPTY_SET));
        }

        @Override
        public Analyzer get() {
            return analyzer;
        }
    }

    /** Folds letters without changing what a token is, so it may serve in a normalizer of keywords. */
    private static final class Folding extends AbstractTokenFilterFactory implements NormalizingTokenFilterFactory {

        private final Function<TokenStream, TokenStream> filter;

        Folding(String name, Settings settings, Function<TokenStream, TokenStream> filter) {
            super(name, settings);
            this.filter = filter;
        }

        @Override
        public TokenStream create(TokenStream tokens) {
            return filter.apply(tokens);
        }
    }
}
