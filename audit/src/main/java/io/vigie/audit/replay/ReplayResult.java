package io.vigie.audit.replay;

import io.vigie.audit.topic.Span;
import java.util.List;

/**
 * What a replay came to.
 *
 * @param request what was asked for
 * @param spans that were read
 * @param totals of all of them
 */
public record ReplayResult(ReplayRequest request, List<Span> spans, Totals totals) {

    public ReplayResult {
        spans = List.copyOf(spans);
    }

    /** Whether record and replay say the same of everything. */
    public boolean identical() {
        return totals.alerts().different() == 0;
    }
}
