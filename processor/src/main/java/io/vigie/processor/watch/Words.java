package io.vigie.processor.watch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a lexicon says of words, remembered: a text mostly has words that were read before, and to look one up costs a tenth
 * of what it takes to normalise and stem it. Safe for many threads.
 */
final class Words {

    private static final int MOST_REMEMBERED = 100_000;
    private static final int LONGEST_REMEMBERED = 64;

    private final WordAnalyzer analyzer;
    private final Lexicon lexicon;
    private final Map<String, Lexicon.Word> remembered = new ConcurrentHashMap<>();

    Words(WordAnalyzer analyzer, Lexicon lexicon) {
        this.analyzer = analyzer;
        this.lexicon = lexicon;
    }

    /** A word as written, with its dictionary form where the tokenizer knows it. */
    Lexicon.Word get(String word, @Nullable String dictionaryForm) {
        String key = dictionaryForm == null ? word : word + '\u0000' + dictionaryForm;
        Lexicon.Word known = remembered.get(key);
        if (known != null) {
            return known;
        }
        Lexicon.Word found = lexicon.word(analyzer.forms(word, dictionaryForm), word);
        if (key.length() <= LONGEST_REMEMBERED) {
            if (remembered.size() >= MOST_REMEMBERED) {
                remembered.clear();
            }
            remembered.put(key, found);
        }
        return found;
    }
}
