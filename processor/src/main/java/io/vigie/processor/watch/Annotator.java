package io.vigie.processor.watch;

import io.vigie.events.Evidence.Field;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Reads one item's text once and marks every concept in it. For one item, by one thread. */
final class Annotator {

    private static final int WORDS_BETWEEN_CLOCK_LOOKS = 1_024;

    private final Lexicon lexicon;
    private final Analyzer analyzer;
    private final Deadline deadline;
    private final List<Sentence> sentences;
    private final Annotations annotations;
    private final IntBuffer symbols = new IntBuffer();
    private List<Reading> readings = new ArrayList<>();
    private List<Reading> going = new ArrayList<>();
    private int sentence;
    private int word;

    Annotator(Lexicon lexicon, Analyzer analyzer, List<Sentence> sentences, Deadline deadline) {
        this.lexicon = lexicon;
        this.analyzer = analyzer;
        this.sentences = sentences;
        this.annotations = new Annotations(sentences);
        this.deadline = deadline;
    }

    /** A term that has begun. */
    private record Reading(Lexicon.Node node, int firstWord) {}

    /** Reads the headline first, then the body; the sentences were given in that order. */
    void read(Field field, String text) throws IOException {
        String plain = PlainText.of(text);
        try (TokenStream tokens = analyzer.tokenStream("", plain)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            SurfaceAttribute surface = tokens.addAttribute(SurfaceAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute position = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            boolean functionWord = false;
            boolean any = false;
            while (tokens.incrementToken()) {
                if (position.getPositionIncrement() > 0 || !any) {
                    if (any) {
                        step(functionWord);
                    }
                    any = true;
                    word++;
                    if (word % WORDS_BETWEEN_CLOCK_LOOKS == 0 && deadline.isPast()) {
                        symbols.clear();
                        return;
                    }
                    enterSentence(field, offset.startOffset());
                    functionWord = lexicon.isFunctionWord(surface.buffer(), surface.length());
                    lexicon.ofSurface(
                            surface.buffer(),
                            surface.length(),
                            plain,
                            offset.startOffset(),
                            offset.endOffset(),
                            symbols);
                }
                lexicon.ofStem(term.buffer(), term.length(), symbols);
            }
            tokens.end();
            if (any) {
                step(functionWord);
            }
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
    private void step(boolean functionWord) {
        if (symbols.size() == 0 && readings.isEmpty()) {
            return;
        }
        going.clear();
        for (Reading reading : readings) {
            for (int i = 0; i < symbols.size(); i++) {
                go(reading.node(), symbols.get(i), reading.firstWord());
            }
            if (functionWord) {
                going.add(reading);
            }
        }
        for (int i = 0; i < symbols.size(); i++) {
            go(lexicon.root, symbols.get(i), word);
        }
        List<Reading> done = readings;
        readings = going;
        going = done;
        symbols.clear();
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
