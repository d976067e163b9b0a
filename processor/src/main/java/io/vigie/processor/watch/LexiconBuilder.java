package io.vigie.processor.watch;

import io.vigie.processor.watch.Term.Form;
import io.vigie.processor.watch.Term.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Collects the terms of one language's rules into a {@link Lexicon}. */
final class LexiconBuilder {

    private final WordReader reader;
    private final Map<String, TermList> lists;
    private final String language;
    private final Lexicon lexicon;
    private final Map<String, Integer> symbols = new HashMap<>();
    private final Map<String, Integer> concepts = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> sizes = new HashMap<>();

    LexiconBuilder(WordReader reader, String language, Map<String, TermList> lists) {
        this.reader = reader;
        this.language = language;
        this.lists = lists;
        this.lexicon = new Lexicon(FunctionWords.of(language));
    }

    Lexicon lexicon() {
        return lexicon;
    }

    /** Name of a concept: what stands in the index for it. */
    String name(int concept) {
        return names.get(concept);
    }

    List<String> names() {
        return List.copyOf(names);
    }

    /** How many terms a concept has; 0 for one that has none in this language. */
    int size(String name) {
        return sizes.getOrDefault(name, 0);
    }

    /** The concept of a list, all its terms and those of lists in it. */
    int list(String name) {
        Integer known = concepts.get("$" + name);
        if (known != null) {
            return known;
        }
        int concept = concept("$" + name);
        addTerms(name, concept);
        return concept;
    }

    private void addTerms(String name, int concept) {
        TermList list = lists.get(name);
        if (list == null) {
            throw new IllegalArgumentException("there is no list " + name);
        }
        for (String text : list.in(language)) {
            if (text.startsWith("$")) {
                addTerms(text.substring(1), concept);
                continue;
            }
            Term term = Term.parse(text);
            if (term.excluded()) {
                insert(term, lexicon.exclusions.computeIfAbsent(concept, c -> concept("-" + name(c))));
            } else {
                insert(term, concept);
            }
        }
    }

    /** The concept of a term that a query names itself. */
    int term(String text) {
        Integer known = concepts.get(text);
        if (known != null) {
            return known;
        }
        int concept = concept(text);
        insert(Term.parse(text), concept);
        return concept;
    }

    private int concept(String name) {
        int concept = names.size();
        names.add(name);
        concepts.put(name, concept);
        return concept;
    }

    private void insert(Term term, int concept) {
        Lexicon.Node node = lexicon.root;
        List<Integer> path = path(term);
        for (int i = 0; i < path.size(); i++) {
            node = (i == 1 && term.slop() > 0 ? node.loosen(term.slop()) : node).grow(path.get(i));
        }
        if (!path.isEmpty()) {
            node.reach(concept);
            sizes.merge(name(concept), 1, Integer::sum);
        }
    }

    private List<Integer> path(Term term) {
        List<Integer> path = new ArrayList<>();
        StringBuilder inflected = new StringBuilder();
        boolean marked = term.words().stream().anyMatch(word -> word.form() != Form.INFLECTED);
        for (Word word : term.words()) {
            if (word.form() == Form.INFLECTED) {
                inflected.append(' ').append(word.text());
            } else {
                path.addAll(inflected(inflected, marked));
                path.addAll(marked(word));
            }
        }
        path.addAll(inflected(inflected, marked));
        return path;
    }

    private List<Integer> inflected(StringBuilder words, boolean amongOthers) {
        String text = words.toString().strip();
        words.setLength(0);
        if (text.isEmpty()) {
            return List.of();
        }
        List<WordReader.Read> read = reader.read(text);
        List<WordReader.Read> bare = reader.read(Folding.fold(text));
        boolean onlyFunctionWords = read.stream().allMatch(this::isFunctionWord);
        List<Integer> path = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            WordReader.Read word = read.get(i);
            if (isFunctionWord(word) && (amongOthers || !onlyFunctionWords)) {
                continue;
            }
            Set<String> stems = new LinkedHashSet<>(word.forms().stems());
            if (bare.size() == read.size()) {
                stems.addAll(bare.get(i).forms().stems());
            }
            path.add(stem(stems));
        }
        return path;
    }

    private boolean isFunctionWord(WordReader.Read word) {
        return lexicon.functionWords.contains(word.forms().surface());
    }

    private int stem(Set<String> stems) {
        return symbols.computeIfAbsent("stem " + new TreeSet<>(stems), key -> {
            int symbol = symbols.size();
            stems.forEach(stem -> lexicon.stems.put(stem, symbol));
            return symbol;
        });
    }

    private List<Integer> marked(Word word) {
        if (word.form() == Form.EXACT) {
            return reader.read(word.text()).stream().map(this::exact).toList();
        }
        String letters = Folding.fold(word.text());
        return List.of(symbols.computeIfAbsent(word.form() + " " + letters, key -> {
            int symbol = symbols.size();
            switch (word.form()) {
                case PREFIX -> lexicon.prefixes.put(letters, symbol);
                case SUFFIX -> lexicon.suffixes.put(letters, symbol);
                default -> lexicon.infixes.put(letters, symbol);
            }
            return symbol;
        }));
    }

    private int exact(WordReader.Read word) {
        boolean capital = !word.original().equals(word.original().toLowerCase(java.util.Locale.ROOT));
        String key = capital ? word.original() : word.forms().surface();
        return symbols.computeIfAbsent("exact " + key, ignored -> {
            int symbol = symbols.size();
            lexicon.exact.put(word.forms().surface(), symbol);
            if (capital) {
                lexicon.capitals.put(symbol, word.original());
            }
            return symbol;
        });
    }
}
