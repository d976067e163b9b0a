package io.vigie.sink.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.vigie.sink.StopSignal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The thread that waits for Elasticsearch, so that the consumer's need not. */
final class WritingThread implements AutoCloseable {

    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private final ExecutorService thread;
    private final ElasticsearchClient client;
    private final BulkWriter writer;
    private final SinkHealth health;
    private long nextHeartbeat = System.nanoTime();

    /**
     * A bulk under way.
     *
     * @param entries of it
     * @param done when the writer has let go of it
     * @param stop tells the writer to let go
     */
    record Bulk(List<Entry> entries, Future<?> done, StopSignal stop) {}

    WritingThread(ElasticsearchClient client, BulkWriter writer, SinkHealth health) {
        this.client = client;
        this.writer = writer;
        this.health = health;
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread made = new Thread(work, "sink-elastic-writer");
            made.setDaemon(true);
            return made;
        });
    }

    Bulk start(List<Entry> entries) {
        StopSignal stop = new StopSignal();
        Future<?> done = thread.submit(() -> {
            writer.write(entries, stop);
            return null;
        });
        return new Bulk(entries, done, stop);
    }

    /** While nothing is to be written, readiness would otherwise be a memory. */
    void lookAtElastic() {
        long now = System.nanoTime();
        if (now - nextHeartbeat < 0) {
            return;
        }
        nextHeartbeat = now + HEARTBEAT.toNanos();
        thread.execute(() -> {
            try {
                IndexSetup.exists(client, IndexLayout.ALERTS.alias());
                health.elasticIsWell();
            } catch (IOException | RuntimeException e) {
                health.elasticFails(ElasticFailures.describe(e));
            }
        });
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
