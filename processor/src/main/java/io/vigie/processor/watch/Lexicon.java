package io.vigie.processor.watch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All words that the rules of one language mention, ready to be recognised in one pass over a text.
 *
 * <p>Two steps. A word of the text is turned into <em>symbols</em>, one for each way in which rules write a word that it
 * satisfies: by its stem, exactly, by a part. Most words have none. Sequences of symbols then lead through a trie to
 * <em>concepts</em>, the lists and terms that rules ask for. Filled by {@link LexiconBuilder}; not changed afterwards, and
 * then safe for many threads.
 */
final class Lexicon {

    private static final int[] NONE = {};
    private static final int LONGEST_WORD_SEARCHED = 64;

    /**
     * A point in the trie: what has been read so far leads here. Terms that bear other words between theirs go their own way
     * after the first word, so that the others that begin with it stay strict.
     */
    static final class Node {

        private @Nullable Map<Integer, Node> next;
        private int[] concepts = NONE;
        private @Nullable Map<Integer, Node> loose;

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

        /** Where terms lead that go on from here and bear so many other words in between. */
        Node loosen(int slop) {
            if (loose == null) {
                loose = new TreeMap<>();
            }
            return loose.computeIfAbsent(slop, ignored -> new Node());
        }

        /** {@link #loosen(int)} by the number of other words. */
        Map<Integer, Node> loose() {
            return loose == null ? Map.of() : loose;
        }

        boolean forks() {
            return next != null && next.size() > 1;
        }

        void reach(int concept) {
            concepts = with(concepts, concept);
        }
    }

    /** Symbols of one kind by the letters that they ask for; which lengths there are spares most look-ups by part. */
    static final class Symbols {

        private final Map<String, int[]> byLetters = new HashMap<>();
        private long lengths;

        void put(String letters, int symbol) {
            byLetters.merge(letters, new int[] {symbol}, (known, more) -> with(known, symbol));
            lengths |= 1L << Math.min(letters.length(), 63);
        }

        boolean hasLength(int length) {
            return (lengths & (1L << Math.min(length, 63))) != 0;
        }

        int[] get(String letters) {
            return byLetters.getOrDefault(letters, NONE);
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
    final Set<String> functionWords;

    Lexicon(Set<String> functionWords) {
        this.functionWords = functionWords;
    }

    /** What the lexicon says of a word; {@code original}, as written, tells how its capitals stand. */
    Word word(WordForms forms, String original) {
        int[] symbols = NONE;
        for (String stem : forms.stems()) {
            symbols = with(symbols, stems.get(stem));
        }
        for (int symbol : exact.get(forms.surface())) {
            String capital = capitals.get(symbol);
            if (capital == null || stands(capital, original)) {
                symbols = with(symbols, symbol);
            }
        }
        symbols = withParts(symbols, forms.surface());
        List<Node> beginnings = Arrays.stream(symbols)
                .mapToObj(root::next)
                .filter(Objects::nonNull)
                .toList();
        return new Word(symbols, beginnings, functionWords.contains(forms.surface()));
    }

    private int[] withParts(int[] known, String surface) {
        int[] symbols = known;
        String word = surface.substring(0, Math.min(surface.length(), LONGEST_WORD_SEARCHED));
        for (int length = 1; length <= word.length(); length++) {
            if (prefixes.hasLength(length)) {
                symbols = with(symbols, prefixes.get(word.substring(0, length)));
            }
            if (suffixes.hasLength(length)) {
                symbols = with(symbols, suffixes.get(surface.substring(surface.length() - length)));
            }
            if (infixes.hasLength(length)) {
                for (int from = 0; from + length <= word.length(); from++) {
                    symbols = with(symbols, infixes.get(word.substring(from, from + length)));
                }
            }
        }
        return symbols;
    }

    /** As written by the analyst, or all in capitals. */
    private static boolean stands(String capital, String original) {
        return original.contains(capital) || original.contains(capital.toUpperCase(Locale.ROOT));
    }

    private static int[] with(int[] known, int... more) {
        int[] all = known;
        for (int value : more) {
            if (Arrays.stream(all).noneMatch(one -> one == value)) {
                all = Arrays.copyOf(all, all.length + 1);
                all[all.length - 1] = value;
            }
        }
        return all;
    }

    /**
     * A word as the lexicon sees it.
     *
     * @param symbols that it satisfies; not to be changed
     * @param beginnings where terms that begin with it lead
     * @param functionWord whether a phrase may step over it
     */
    record Word(int[] symbols, List<Node> beginnings, boolean functionWord) {}
}
