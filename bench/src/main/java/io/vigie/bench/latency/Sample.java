package io.vigie.bench.latency;

import io.vigie.sink.elastic.AlertDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * One alert's way, in milliseconds each.
 *
 * @param seen from publication until ingest had read the page
 * @param classified from then until the processor had judged it
 * @param indexed from then until Elasticsearch had taken it
 * @param searchable from then until a search found it
 */
record Sample(long seen, long classified, long indexed, long searchable) {

    /**
     * The way of an alert.
     *
     * @param published when its page went up
     * @param found when a search found it
     */
    static Sample of(AlertDocument alert, Instant published, Instant found) {
        Map<String, Long> stages = alert.latencyMs();
        long toSeen = Duration.between(published, alert.detectedAt()).toMillis();
        long toClassified = stage(stages, "classified") - stage(stages, "seen");
        long toIndexed = stage(stages, "indexed") - stage(stages, "classified");
        long total = Duration.between(published, found).toMillis();
        return new Sample(toSeen, toClassified, toIndexed, total - toSeen - toClassified - toIndexed);
    }

    private static long stage(Map<String, Long> stages, String name) {
        return Objects.requireNonNull(stages.get(name), name);
    }

    long total() {
        return seen + classified + indexed + searchable;
    }
}
