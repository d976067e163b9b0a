package io.vigie.processor.watch;

import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.util.AttributeFactory;

/** The first half of a language's analyzer: cuts a text into words, as written. Safe for many threads. */
final class LanguageTokenizer extends Analyzer {

    /** Languages that have an analyzer of their own. */
    static final Set<String> LANGUAGES = Set.of("fr", "en", "de", "es", "it", "pl", "uk", "pt", "nl", "ja", "zh", "ko");

    private final String language;

    /** For a BCP 47 language; one that has no analyzer of its own gets ICU's word boundaries. */
    LanguageTokenizer(String language) {
        this.language = language;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        return new TokenStreamComponents(tokenizer());
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
}
