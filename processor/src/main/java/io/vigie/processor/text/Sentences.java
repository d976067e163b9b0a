package io.vigie.processor.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Splits text where the Unicode rules of its language end a sentence (UAX #29); a line always ends one. */
public final class Sentences {

    /** More are not looked at: what a press item has to say, it has said by then. */
    private static final int MOST = 2_000;

    private Sentences() {}

    /**
     * The sentences in their order, verbatim but for the blanks around them, {@value #MOST} at most; none is empty.
     *
     * @param language BCP 47; {@code null} when unknown
     */
    public static List<String> of(String text, @Nullable String language) {
        BreakIterator breaks =
                BreakIterator.getSentenceInstance(language == null ? Locale.ROOT : Locale.forLanguageTag(language));
        List<String> sentences = new ArrayList<>();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            breaks.setText(line);
            int start = breaks.first();
            for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
                String sentence = line.substring(start, end).strip();
                if (!sentence.isEmpty() && sentences.size() < MOST) {
                    sentences.add(sentence);
                }
            }
        }
        return sentences;
    }
}
