package io.vigie.sink.deliver;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A sentence of evidence as clean text, with the words marked for which it was chosen.
 *
 * @param runs one after the other they are the sentence
 */
record Quote(List<Run> runs) {

    /**
     * A piece of it.
     *
     * @param text clean, not empty
     * @param marked whether these are words that a rule asked for
     */
    record Run(String text, boolean marked) {}

    Quote {
        runs = List.copyOf(runs);
    }

    String plain() {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    /**
     * The sentence in a receiver's markup.
     *
     * @param escape makes text a text
     * @param before put before marked words
     * @param after put behind marked words
     */
    String marked(UnaryOperator<String> escape, String before, String after) {
        return runs.stream()
                .map(run -> run.marked() ? before + escape.apply(run.text()) + after : escape.apply(run.text()))
                .collect(Collectors.joining());
    }
}
