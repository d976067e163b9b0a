package io.vigie.sink.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.util.BinaryData;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.embedded.EmbeddedElasticsearch;
import io.vigie.embedded.EmbeddedKafka;
import io.vigie.events.Alert;
import io.vigie.events.json.JsonCodec;
import io.vigie.sink.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Measures the sink against raw bulk indexing of the same documents with the same client and bulk size, taking turns on
 * the same node, and prints alerts per second of each and the medians. Argument: how many alerts a turn, 20,000 when absent.
 */
final class SinkThroughput {

    private static final int TURNS = 5;
    private static final String FILLER =
            "La commission a entendu les industriels et fixera le calendrier des livraisons. ";

    private SinkThroughput() {}

    public static void main(String[] args) throws Exception {
        int alerts = args.length == 0 ? 20_000 : Integer.parseInt(args[0]);
        Path directory = Files.createTempDirectory("throughput");
        try (EmbeddedElasticsearch node = EmbeddedElasticsearch.at(directory.resolve("elasticsearch"))
                        .port(0)
                        .start();
                EmbeddedKafka kafka =
                        EmbeddedKafka.at(directory.resolve("kafka")).port(0).start()) {
            ElasticSettings elastic = ElasticSettings.at(node.uri());
            raw(elastic, "warm-raw-", alerts / 4);
            sink(elastic, kafka, "warm-sink-", alerts / 4);
            double[] raws = new double[TURNS];
            double[] sinks = new double[TURNS];
            for (int turn = 1; turn <= TURNS; turn++) {
                double raw = alerts / raw(elastic, "raw-" + turn + "-", alerts);
                double sink = alerts / sink(elastic, kafka, "sink-" + turn + "-", alerts);
                System.out.printf(Locale.ROOT, "raw %.0f/s, sink %.0f/s, ratio %.2f%n", raw, sink, sink / raw);
                raws[turn - 1] = raw;
                sinks[turn - 1] = sink;
            }
            Arrays.sort(raws);
            Arrays.sort(sinks);
            double raw = raws[TURNS / 2];
            double sink = sinks[TURNS / 2];
            System.out.printf(Locale.ROOT, "medians: raw %.0f/s, sink %.0f/s, ratio %.2f%n", raw, sink, sink / raw);
        }
        System.exit(0);
    }

    private static List<Alert> alerts(String prefix, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> new Change(Samples.alert(prefix + i))
                        .body(FILLER.repeat(16))
                        .alert())
                .toList();
    }

    /** Seconds from the first bulk to the last answer. */
    private static double raw(ElasticSettings elastic, String prefix, int alerts) throws IOException {
        JsonCodec<AlertDocument> codec = JsonCodec.of(AlertDocument.class);
        List<Alert> all = alerts(prefix, alerts);
        try (ElasticsearchClient client = ElasticClients.open(elastic)) {
            new IndexSetup(client, IndexLayout.ALERTS).install("2026-03");
            long start = System.nanoTime();
            int limit = BulkLimits.STANDARD.alerts();
            for (int from = 0; from < alerts; from += limit) {
                BulkRequest.Builder bulk = new BulkRequest.Builder();
                for (int i = from; i < Math.min(alerts, from + limit); i++) {
                    AlertDocument document = AlertDocument.of(all.get(i), Instant.now());
                    bulk.operations(op -> op.index(index -> index.index("vigie-alerts-v1-2026-03")
                            .id(document.alertId())
                            .document(BinaryData.of(codec.encode(document), "application/json"))));
                }
                BulkResponse response = client.bulk(bulk.build());
                if (response.errors()) {
                    throw new IllegalStateException("a bulk failed");
                }
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    /** Seconds from the start of the sink, with all alerts on the topic, to the last settled offset. */
    private static double sink(ElasticSettings elastic, EmbeddedKafka kafka, String prefix, int alerts)
            throws Exception {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (AlertTopic topic = new AlertTopic(kafka.bootstrapServers(), prefix)) {
            topic.publish(alerts(prefix, alerts));
            try (ElasticSink sink =
                    new ElasticSink(SinkSettings.of(kafka.bootstrapServers(), topic.topics(), elastic), registry)) {
                long start = System.nanoTime();
                sink.start();
                while (registry.find("vigie.sink.settled").counters().stream()
                                .mapToDouble(counter -> counter.count())
                                .sum()
                        < alerts) {
                    LockSupport.parkNanos(1_000_000);
                }
                return (System.nanoTime() - start) / 1e9;
            }
        }
    }
}
