package io.vigie.processor.watch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.CharArraySet;
import org.jspecify.annotations.Nullable;

/**
 * All words that the rules of one language mention, ready to be recognised in one pass over a text.
 *
 * <p>Two steps. A word of the text is turned into <em>symbols</em>, one for each way in which rules write a word that it
 * satisfies: by its stem, exactly, by a part. Most words have none. Sequences of symbols then lead through a trie to
 * <em>concepts</em>, the lists and terms that rules ask for. Built by {@link LexiconBuilder}; not changed afterwards, and
 * then safe for many threads.
 */
final class Lexicon {

    private static final int[] NONE = {};
    private static final int LONGEST_WORD_SEARCHED = 64;

    /** A point in the trie: what has been read so far leads here. */
    static final class Node {

        private @Nullable Map<Integer, Node> next;
        private int[] concepts = NONE;

        @Nullable
        Node next(int symbol) {
            return next == null ? null : next.get(symbol);
        }

        boolean goesOn() {
            return next != null;
        }

        int[] concepts() {
            return concepts;
        }

        Node grow(int symbol) {
            if (next == null) {
                next = new HashMap<>(2);
            }
            return next.computeIfAbsent(symbol, ignored -> new Node());
        }

        void reach(int concept) {
            if (Arrays.stream(concepts).noneMatch(known -> known == concept)) {
                concepts = append(concepts, concept);
            }
        }
    }

    /** Symbols of one kind by the letters that they ask for; which lengths there are spares most look-ups by part. */
    static final class Symbols {

        private final CharArrayMap<int[]> byLetters = new CharArrayMap<>(16, false);
        private long lengths;

        void put(String letters, int symbol) {
            int[] known = byLetters.get(letters);
            byLetters.put(letters, known == null ? new int[] {symbol} : append(known, symbol));
            lengths |= 1L << Math.min(letters.length(), 63);
        }

        boolean hasLength(int length) {
            return (lengths & (1L << Math.min(length, 63))) != 0;
        }

        int[] get(char[] word, int from, int length) {
            int[] symbols = byLetters.get(word, from, length);
            return symbols == null ? NONE : symbols;
        }
    }

    final Node root = new Node();
    final Symbols stems = new Symbols();
    final Symbols exact = new Symbols();
    final Symbols prefixes = new Symbols();
    final Symbols suffixes = new Symbols();
    final Symbols infixes = new Symbols();
    final Map<Integer, String> capitals = new HashMap<>();
    final Map<Integer, Integer> exclusions = new HashMap<>();
    final CharArraySet functionWords;

    Lexicon(CharArraySet functionWords) {
        this.functionWords = functionWords;
    }

    /** Adds the symbols of a folded word; {@code text} from {@code start} to {@code end} tells how its capitals stand. */
    void ofSurface(char[] word, int length, String text, int start, int end, IntBuffer symbols) {
        for (int symbol : exact.get(word, 0, length)) {
            String capital = capitals.get(symbol);
            if (capital == null || stands(capital, text.substring(start, end))) {
                symbols.add(symbol);
            }
        }
        int searched = Math.min(length, LONGEST_WORD_SEARCHED);
        for (int part = 1; part <= searched; part++) {
            if (prefixes.hasLength(part)) {
                symbols.addNew(prefixes.get(word, 0, part));
            }
            if (suffixes.hasLength(part)) {
                symbols.addNew(suffixes.get(word, length - part, part));
            }
            if (infixes.hasLength(part)) {
                for (int from = 0; from + part <= searched; from++) {
                    symbols.addNew(infixes.get(word, from, part));
                }
            }
        }
    }

    void ofStem(char[] stem, int length, IntBuffer symbols) {
        symbols.addNew(stems.get(stem, 0, length));
    }

    boolean isFunctionWord(char[] word, int length) {
        return functionWords.contains(word, 0, length);
    }

    /** As written by the analyst, or all in capitals. */
    private static boolean stands(String capital, String original) {
        return original.contains(capital) || original.contains(capital.toUpperCase(Locale.ROOT));
    }

    private static int[] append(int[] array, int value) {
        int[] longer = Arrays.copyOf(array, array.length + 1);
        longer[array.length] = value;
        return longer;
    }
}
