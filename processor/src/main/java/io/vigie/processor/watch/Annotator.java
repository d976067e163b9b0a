package io.vigie.processor.watch;

import io.vigie.events.Evidence.Field;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;

/** Reads one item's text once and marks every concept in it. For one item, by one thread. */
final class Annotator {

    private static final int WORDS_BETWEEN_CLOCK_LOOKS = 1_024;

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

    Annotator(Lexicon lexicon, Words words, Analyzer tokenizer, List<Sentence> sentences, Deadline deadline) {
        this.lexicon = lexicon;
        this.words = words;
        this.tokenizer = tokenizer;
        this.sentences = sentences;
        this.annotations = new Annotations(sentences);
        this.deadline = deadline;
    }

    /** A term that has begun. */
    private record Reading(Lexicon.Node node, int firstWord) {}

    /** Reads the headline first, then the body; the sentences were given in that order. */
    void read(Field field, String text) throws IOException {
        String plain = PlainText.of(text);
        try (TokenStream tokens = tokenizer.tokenStream("", plain)) {
            Token token = new Token(tokens);
            tokens.reset();
            while (tokens.incrementToken()) {
                word++;
                if (word % WORDS_BETWEEN_CLOCK_LOOKS == 0 && deadline.isPast()) {
                    return;
                }
                enterSentence(field, token.start());
                step(words.get(token.word(plain), token.dictionaryForm()));
            }
            tokens.end();
        }
    }

    Annotations finish() {
        annotations.exclude(lexicon.exclusions);
        return annotations;
    }

    private void enterSentence(Field field, int offset) {
        int before = sentence;
        while (sentence + 1 < sentences.size() && startsBefore(sentences.get(sentence + 1), field, offset)) {
            sentence++;
        }
        if (sentence != before) {
            readings.clear();
            word += Annotations.SENTENCE_GAP;
        }
    }

    private static boolean startsBefore(Sentence next, Field field, int offset) {
        return next.field().compareTo(field) < 0 || (next.field() == field && next.start() <= offset);
    }

    /** Takes the symbols of the current word into the terms that have begun, and begins new ones. */
    private void step(Lexicon.Word current) {
        int[] symbols = current.symbols();
        if (symbols.length == 0 && readings.isEmpty()) {
            return;
        }
        going.clear();
        for (Reading reading : readings) {
            for (int symbol : symbols) {
                go(reading.node(), symbol, reading.firstWord());
            }
            if (current.functionWord()) {
                going.add(reading);
            }
        }
        for (int symbol : symbols) {
            go(lexicon.root, symbol, word);
        }
        List<Reading> done = readings;
        readings = going;
        going = done;
    }

    private void go(Lexicon.Node from, int symbol, int firstWord) {
        Lexicon.Node node = from.next(symbol);
        if (node == null) {
            return;
        }
        for (int concept : node.concepts()) {
            annotations.add(concept, sentence, firstWord, word);
        }
        if (node.goesOn()) {
            going.add(new Reading(node, firstWord));
        }
    }
}
