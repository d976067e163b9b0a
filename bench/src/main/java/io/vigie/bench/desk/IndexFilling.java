package io.vigie.bench.desk;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.util.BinaryData;
import io.vigie.events.Alert;
import io.vigie.events.json.JsonCodec;
import io.vigie.sink.elastic.AlertDocument;
import io.vigie.sink.elastic.IndexLayout;
import io.vigie.sink.elastic.IndexSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Fills the index with the sink's documents, in bulks, on every processor; nothing is searchable until all are there. */
final class IndexFilling {

    private static final int BULK = 1_000;

    /** A million alerts are three months. */
    private static final Duration APART = Duration.ofSeconds(8);

    private static final JsonCodec<AlertDocument> DOCUMENTS = JsonCodec.of(AlertDocument.class);

    private final ElasticsearchClient client;
    private final PressAlerts press = new PressAlerts();
    private final Instant newest;

    IndexFilling(ElasticsearchClient client, Instant newest) {
        this.client = client;
        this.newest = newest;
    }

    /**
     * Writes alerts 0 to {@code count}, the first the newest.
     *
     * @param progress hears now and then how many are written
     */
    void write(int count, IntConsumer progress) throws IOException {
        IndexSetup setup = new IndexSetup(client, IndexLayout.ALERTS);
        for (int i = 0; i < count; i += BULK) {
            setup.install(month(detectedAt(i)));
        }
        setup.install(month(detectedAt(count)));
        refreshEvery("-1");
        AtomicInteger written = new AtomicInteger();
        IntStream.rangeClosed(0, (count - 1) / BULK).parallel().forEach(bulk -> {
            int from = bulk * BULK;
            int to = Math.min(count, from + BULK);
            write(from, to);
            progress.accept(written.addAndGet(to - from));
        });
        refreshEvery("1s");
        client.indices().refresh(refresh -> refresh.index(IndexLayout.ALERTS.alias()));
    }

    private Instant detectedAt(int number) {
        return newest.minus(APART.multipliedBy(number));
    }

    private static String month(Instant at) {
        return YearMonth.from(at.minusSeconds(10).atOffset(ZoneOffset.UTC)).toString();
    }

    private void write(int from, int to) {
        BulkRequest.Builder bulk = new BulkRequest.Builder();
        for (int i = from; i < to; i++) {
            Alert alert = press.alert(i, detectedAt(i));
            BinaryData json = BinaryData.of(
                    DOCUMENTS.encode(AlertDocument.of(alert, alert.detectedAt().plusSeconds(1))), "application/json");
            bulk.operations(op -> op.index(index -> index.index(IndexLayout.ALERTS.index(month(alert.detectedAt())))
                    .id(alert.alertId())
                    .document(json)));
        }
        try {
            BulkResponse response = client.bulk(bulk.build());
            if (response.errors()) {
                throw new IllegalStateException("the index refused alerts from number " + from);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refreshEvery(String interval) throws IOException {
        client.indices()
                .putSettings(put -> put.index(IndexLayout.ALERTS.alias())
                        .settings(settings -> settings.refreshInterval(time -> time.time(interval))));
    }
}
