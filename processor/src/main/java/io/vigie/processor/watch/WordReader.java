package io.vigie.processor.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Reads the words of a rule with the analyzer that reads the items. */
final class WordReader {

    private final Analyzer analyzer;

    WordReader(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /**
     * A word of a rule.
     *
     * @param original as the analyst wrote it
     * @param surface folded
     * @param stems one or, where a dictionary knows several readings, more
     */
    record Read(String original, String surface, Set<String> stems) {}

    List<Read> read(String text) {
        List<Read> words = new ArrayList<>();
        String plain = PlainText.of(text);
        try (TokenStream tokens = analyzer.tokenStream("", plain)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            SurfaceAttribute surface = tokens.addAttribute(SurfaceAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute position = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (position.getPositionIncrement() > 0 || words.isEmpty()) {
                    String written = new String(surface.buffer(), 0, surface.length());
                    words.add(new Read(
                            original(plain.substring(offset.startOffset(), offset.endOffset()), written.length()),
                            written,
                            new LinkedHashSet<>()));
                }
                words.get(words.size() - 1).stems().add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("words of a rule cannot be read: " + text, e);
        }
        return words;
    }

    /** Without the article that an apostrophe ties to the word. */
    private static String original(String text, int length) {
        return text.length() > length ? text.substring(text.length() - length) : text;
    }
}
