package io.vigie.processor.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;

/** Reads the words of a rule with the analyzer that reads the items. */
final class WordReader {

    private final LanguageTokenizer tokenizer;
    private final WordAnalyzer analyzer;
    private final String language;

    WordReader(LanguageTokenizer tokenizer, WordAnalyzer analyzer, String language) {
        this.tokenizer = tokenizer;
        this.analyzer = analyzer;
        this.language = language;
    }

    /**
     * A word of a rule.
     *
     * @param original as the analyst wrote it
     */
    record Read(String original, WordForms forms) {}

    List<Read> read(String text) {
        List<Read> words = new ArrayList<>();
        String plain = PlainText.of(text, language);
        try (TokenStream tokens = tokenizer.tokenStream("", plain)) {
            Token token = new Token(tokens);
            tokens.reset();
            while (tokens.incrementToken()) {
                String word = token.word(plain);
                WordForms forms = analyzer.forms(word, token.dictionaryForm());
                words.add(new Read(withoutArticle(word, forms.surface().length()), forms));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a term in memory cannot be read", e);
        }
        return words;
    }

    private static String withoutArticle(String word, int length) {
        return word.length() > length ? word.substring(word.length() - length) : word;
    }
}
