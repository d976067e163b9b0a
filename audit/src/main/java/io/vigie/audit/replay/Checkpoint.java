package io.vigie.audit.replay;

import io.vigie.audit.topic.Span;
import java.util.List;

/**
 * How far a replay is: enough to go on after a kill and come to the same report.
 *
 * @param request what was asked for; a checkpoint of another request is of no use
 * @param spans to read, fixed when the replay began
 * @param span index of the one being read; their number when all are read
 * @param next offset to go on from in that span
 * @param lineBytes length of the file of verdicts that belongs to this state; what is behind it is cut off
 * @param silentBytes length of the file of items that are to be looked into at the end
 * @param totals so far
 */
record Checkpoint(
        String request, List<Span> spans, int span, long next, long lineBytes, long silentBytes, Totals totals) {

    Checkpoint {
        spans = List.copyOf(spans);
    }

    /** Nothing read yet. */
    static Checkpoint start(String request, List<Span> spans) {
        return new Checkpoint(
                request, spans, 0, spans.isEmpty() ? 0 : spans.get(0).from(), 0, 0, Totals.NONE);
    }
}
