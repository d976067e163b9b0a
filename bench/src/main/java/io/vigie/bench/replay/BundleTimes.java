package io.vigie.bench.replay;

import io.vigie.audit.bundle.BundleExport;
import io.vigie.audit.bundle.BundleVerifier;
import io.vigie.audit.bundle.Selection;
import io.vigie.audit.topic.Bound;
import io.vigie.audit.topic.Span;
import io.vigie.audit.topic.TopicAccess;
import io.vigie.events.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How long a bundle took.
 *
 * @param alerts in it
 * @param export seconds
 * @param verify seconds
 */
record BundleTimes(int alerts, double export, double verify) {

    /**
     * Exports a bundle and verifies it.
     *
     * @param alerts at most so many, as many from each partition
     * @param bundle does not exist yet
     */
    static BundleTimes of(TopicAccess access, Topics topics, int alerts, Path bundle)
            throws IOException, InterruptedException {
        List<Span> all = access.all(topics.alerts());
        long each = Math.max(1, alerts / Math.max(1, all.size()));
        Bound end = new Bound.Offsets(all.stream()
                .collect(Collectors.toMap(Span::partition, span -> Math.min(span.to(), span.from() + each))));
        long begin = System.nanoTime();
        new BundleExport(access, topics, "bench")
                .write(new Selection.Range(new Bound.Earliest(), end, "bench"), bundle);
        long exported = System.nanoTime();
        BundleVerifier.Verification verified = BundleVerifier.verify(bundle, null);
        long done = System.nanoTime();
        if (!verified.findings().isEmpty()) {
            throw new IllegalStateException("the bundle does not hold: " + verified.findings());
        }
        return new BundleTimes(verified.alerts(), (exported - begin) / 1e9, (done - exported) / 1e9);
    }
}
