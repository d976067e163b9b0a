package io.vigie.processor.watch;

import io.vigie.events.Evidence.Field;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;

/** Reads one item's text once and marks every concept in it. For one item, by one thread. */
final class Annotator {

    private static final int LONGEST_PASSAGE = 8 * 1_024;

    private final Lexicon lexicon;
    private final Words words;
    private final Analyzer tokenizer;
    private final Deadline deadline;
    private final List<Sentence> sentences;
    private final Annotations annotations;
    private List<Reading> readings = new ArrayList<>();
    private List<Reading> going = new ArrayList<>();
    private int sentence;
    private int word;
    private int wordStart;
    private int wordEnd;

    Annotator(Lexicon lexicon, Words words, Analyzer tokenizer, List<Sentence> sentences, Deadline deadline) {
        this.lexicon = lexicon;
        this.words = words;
        this.tokenizer = tokenizer;
        this.sentences = sentences;
        this.annotations = new Annotations(sentences);
        this.deadline = deadline;
    }

    /** A term that has begun and bears so many other words before it goes on. */
    private record Reading(Lexicon.Node node, int firstWord, int start, int slop) {}

    /** Reads the sentences of one {@link PlainText}, the headline before the body: the order in which they were given. */
    void read(Field field, String plain) throws IOException {
        int first = 0;
        while (first < sentences.size() && !deadline.isPast()) {
            if (sentences.get(first).field() != field) {
                first++;
                continue;
            }
            int last = lastOfPassage(first);
            read(plain, first, last);
            first = last + 1;
        }
    }

    /** Some tokenizers take quadratic time on a run of marks, so none gets more than a passage at once. */
    private int lastOfPassage(int first) {
        Sentence start = sentences.get(first);
        int last = first;
        while (last + 1 < sentences.size()
                && sentences.get(last + 1).field() == start.field()
                && sentences.get(last + 1).end() - start.start() <= LONGEST_PASSAGE) {
            last++;
        }
        return last;
    }

    private void read(String text, int first, int last) throws IOException {
        int start = sentences.get(first).start();
        String passage = text.substring(start, sentences.get(last).end());
        try (TokenStream tokens = tokenizer.tokenStream("", passage)) {
            Token token = new Token(tokens);
            tokens.reset();
            enter(first);
            while (tokens.incrementToken()) {
                word++;
                while (sentence < last && sentences.get(sentence + 1).start() <= start + token.start()) {
                    enter(sentence + 1);
                }
                wordStart = start + token.start();
                wordEnd = start + token.end();
                step(words.get(token.word(passage), token.dictionaryForm()));
            }
            tokens.end();
        }
    }

    private void enter(int next) {
        sentence = next;
        readings.clear();
        word += Annotations.SENTENCE_GAP;
    }

    Annotations finish() {
        annotations.exclude(lexicon.exclusions);
        return annotations;
    }

    /** Takes the symbols of the current word into the terms that have begun, and begins new ones. */
    private void step(Lexicon.Word current) {
        int[] symbols = current.symbols();
        if (symbols.length == 0 && readings.isEmpty()) {
            return;
        }
        going.clear();
        for (Reading reading : readings) {
            boolean waits = true;
            for (int symbol : symbols) {
                Lexicon.Node node = reading.node().next(symbol);
                if (node != null) {
                    reach(node, reading.firstWord(), reading.start(), reading.slop());
                    waits = reading.node().forks();
                }
            }
            if (current.functionWord()) {
                going.add(reading);
            } else if (reading.slop() > 0 && waits) {
                // The first word that fits leaves the most room for those to come: only other terms still wait.
                going.add(new Reading(reading.node(), reading.firstWord(), reading.start(), reading.slop() - 1));
            }
        }
        for (Lexicon.Node node : current.beginnings()) {
            reach(node, word, wordStart, 0);
            for (Map.Entry<Integer, Lexicon.Node> loose : node.loose().entrySet()) {
                going.add(new Reading(loose.getValue(), word, wordStart, loose.getKey()));
            }
        }
        List<Reading> done = readings;
        readings = going;
        going = done;
    }

    private void reach(Lexicon.Node node, int firstWord, int start, int slop) {
        for (int concept : node.concepts()) {
            annotations.add(concept, sentence, firstWord, word, start, wordEnd);
        }
        if (node.goesOn()) {
            going.add(new Reading(node, firstWord, start, slop));
        }
    }
}
