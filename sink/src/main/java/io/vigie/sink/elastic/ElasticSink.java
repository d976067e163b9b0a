package io.vigie.sink.elastic;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.Readiness;
import io.vigie.sink.Supervisor;
import java.time.Clock;

/**
 * Reads {@code vigie.alerts} and keeps one document per alert in Elasticsearch. Any number of instances share the work
 * as one consumer group.
 *
 * <pre>{@code
 * ElasticSink sink = new ElasticSink(SinkSettings.of("127.0.0.1:9092", Topics.standard(), elastic), registry);
 * sink.start();
 * ...
 * sink.close();
 * }</pre>
 *
 * <p>While Elasticsearch or Kafka is away it waits and says so in {@link #check()}; it never gives up. Every record
 * ends stored, stale or on the dead-letter topic, and is counted as such; see the package essay.
 */
public final class ElasticSink implements AutoCloseable {

    private final SinkHealth health = new SinkHealth();
    private final Supervisor supervisor;

    public ElasticSink(SinkSettings settings, MeterRegistry registry) {
        this("sink-elastic", settings, new SinkMeters(registry, "vigie.sink"), AlertShelf::new);
    }

    private ElasticSink(String name, SinkSettings settings, SinkMeters meters, Shelf.Maker shelf) {
        supervisor = new Supervisor(
                name,
                () -> new SinkSession(settings, shelf, meters, health, Clock.systemUTC()),
                settings.backoff(),
                health::sessionIs);
    }

    /**
     * A sink for what stands beside the alerts: stories, surges, looks at sources and deliveries. It works apart, so that
     * many looks never hold up an alert.
     */
    public static ElasticSink ofEvents(SinkSettings settings, MeterRegistry registry) {
        return new ElasticSink("sink-events", settings, new SinkMeters(registry, "vigie.sink.events"), EventShelf::new);
    }

    /**
     * Begins to work and returns at once; Elasticsearch and Kafka need not be there yet.
     *
     * @throws IllegalStateException when it was started or closed before
     */
    public void start() {
        supervisor.start();
    }

    /** Whether alerts are being taken right now and, when not, why. Makes no call. */
    public Readiness check() {
        return health.readiness();
    }

    /** Stops within ten seconds. What is not settled by then is read again at the next start. */
    @Override
    public void close() {
        supervisor.close();
    }
}
