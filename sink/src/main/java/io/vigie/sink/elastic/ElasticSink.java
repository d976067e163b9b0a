package io.vigie.sink.elastic;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.Readiness;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private static final Logger log = LoggerFactory.getLogger(ElasticSink.class);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);

    private final SinkSettings settings;
    private final SinkMeters meters;
    private final SinkHealth health = new SinkHealth();
    private final StopSignal stop = new StopSignal();
    private @Nullable Thread thread;

    public ElasticSink(SinkSettings settings, MeterRegistry registry) {
        this.settings = settings;
        this.meters = new SinkMeters(registry);
    }

    /**
     * Begins to work and returns at once; Elasticsearch and Kafka need not be there yet.
     *
     * @throws IllegalStateException when it was started or closed before
     */
    public synchronized void start() {
        if (thread != null || stop.isRaised()) {
            throw new IllegalStateException("a sink is started once");
        }
        health.sessionIs("starting");
        Thread started = new Thread(this::superviseSessions, "sink-elastic");
        started.start();
        thread = started;
    }

    /** Whether alerts are being taken right now and, when not, why. Makes no call. */
    public Readiness check() {
        return health.readiness();
    }

    /** Stops within ten seconds. What is not settled by then is read again at the next start. */
    @Override
    public synchronized void close() {
        stop.raise();
        Thread started = thread;
        if (started != null) {
            try {
                started.join(LONGEST_CLOSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        health.sessionIs("closed");
    }

    /** A session that breaks is followed by another: a sink that is dead and looks alive would be the worst outcome. */
    private void superviseSessions() {
        int failures = 0;
        while (!stop.isRaised()) {
            long began = System.nanoTime();
            try (SinkSession session = new SinkSession(settings, meters, health, Clock.systemUTC())) {
                session.run(stop);
            } catch (IOException | RuntimeException e) {
                boolean lasted =
                        System.nanoTime() - began > Duration.ofMinutes(1).toNanos();
                failures = lasted ? 1 : failures + 1;
                health.sessionIs(ElasticFailures.describe(e));
                log.atError().setCause(e).addKeyValue("failures", failures).log("session broke; another follows");
                pause(failures);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void pause(int failures) {
        try {
            stop.await(settings.backoff().pause(failures, new Random()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
