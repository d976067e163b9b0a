package io.vigie.sink.elastic;

import java.util.List;

/**
 * An alert that was found.
 *
 * @param alert as stored
 * @param highlights passages with the words that were searched for, best first; empty when no text was
 */
public record AlertHit(AlertDocument alert, List<Highlight> highlights) {

    public AlertHit {
        highlights = List.copyOf(highlights);
    }
}
