package io.vigie.sink.elastic;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.util.Collection;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * Counts every record once on its way in and once on its way out:
 *
 * <pre>accepted = stored + stale + dead-lettered + released + those under way</pre>
 *
 * Released are records that were read and not settled when their partition went to another instance, or when the sink
 * stopped; they are read again and accepted again.
 */
final class SinkMeters {

    private final MeterRegistry registry;
    private final Counter accepted;
    private final Counter stored;
    private final Counter stale;
    private final Counter deadLettered;
    private final Counter released;
    private final Counter retried;
    private final Timer attempts;

    SinkMeters(MeterRegistry registry, String name) {
        this.registry = registry;
        accepted = registry.counter(name + ".accepted");
        stored = settled(registry, name, "stored");
        stale = settled(registry, name, "stale");
        deadLettered = settled(registry, name, "dead-lettered");
        released = registry.counter(name + ".released");
        retried = registry.counter(name + ".retried");
        attempts = registry.timer(name + ".attempts");
    }

    private static Counter settled(MeterRegistry registry, String name, String outcome) {
        return Counter.builder(name + ".settled")
                .description("Records that are done with, by outcome")
                .tag("outcome", outcome)
                .register(registry);
    }

    /** Shows the client's own figures, its lag among them; to be closed before the client. */
    KafkaClientMetrics show(Consumer<?, ?> consumer) {
        KafkaClientMetrics metrics = new KafkaClientMetrics(consumer);
        metrics.bindTo(registry);
        return metrics;
    }

    void accepted(int records) {
        accepted.increment(records);
    }

    void released(int records) {
        released.increment(records);
    }

    void retried() {
        retried.increment();
    }

    <T> T timed(Supplier<T> attempt) {
        Timer.Sample sample = Timer.start();
        try {
            return attempt.get();
        } finally {
            sample.stop(attempts);
        }
    }

    void settled(Collection<Entry> entries) {
        for (Entry entry : entries) {
            Verdict verdict = entry.verdict();
            if (verdict instanceof Verdict.Stored) {
                stored.increment();
            } else if (verdict instanceof Verdict.Stale) {
                stale.increment();
            } else {
                deadLettered.increment();
            }
        }
    }
}
