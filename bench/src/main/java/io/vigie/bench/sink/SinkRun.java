package io.vigie.bench.sink;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.util.BinaryData;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.bench.fleet.LocalKafka;
import io.vigie.events.Alert;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import io.vigie.sink.elastic.AlertDocument;
import io.vigie.sink.elastic.BulkLimits;
import io.vigie.sink.elastic.ElasticClients;
import io.vigie.sink.elastic.ElasticSettings;
import io.vigie.sink.elastic.ElasticSink;
import io.vigie.sink.elastic.IndexLayout;
import io.vigie.sink.elastic.IndexSetup;
import io.vigie.sink.elastic.SinkSettings;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The sink, its limit and a peer; as contenders, each begins with an empty index. */
public final class SinkRun {

    private static final IndexLayout LAYOUT = IndexLayout.ALERTS;
    private static final long BETWEEN_CHECKS_MILLIS = 1;

    private final ElasticSettings elastic;
    private final LocalKafka kafka;
    private int turns;

    /** Does no I/O. */
    public SinkRun(ElasticSettings elastic, LocalKafka kafka) {
        this.elastic = elastic;
        this.kafka = kafka;
    }

    /** Alerts a second, from the first document that is written as JSON to the last answer. */
    double rawBulks(List<Alert> alerts) throws IOException {
        JsonCodec<AlertDocument> codec = JsonCodec.of(AlertDocument.class);
        try (ElasticsearchClient client = ElasticClients.open(elastic)) {
            String index = emptyIndex(client, alerts);
            long begin = System.nanoTime();
            int limit = BulkLimits.STANDARD.alerts();
            for (int from = 0; from < alerts.size(); from += limit) {
                BulkRequest.Builder bulk = new BulkRequest.Builder();
                for (Alert alert : alerts.subList(from, Math.min(alerts.size(), from + limit))) {
                    bulk.operations(write(codec, index, alert));
                }
                if (client.bulk(bulk.build()).errors()) {
                    throw new IllegalStateException("a bulk failed");
                }
            }
            return alerts.size() * 1e9 / (System.nanoTime() - begin);
        }
    }

    /** Alerts a second that a route of Apache Camel takes from their topic into an index that is empty. */
    double camel(List<Alert> alerts) throws Exception {
        try (ElasticsearchClient client = ElasticClients.open(elastic)) {
            String index = emptyIndex(client, alerts);
            Topics topics = nextTurn(alerts);
            double rate = new CamelRoute(kafka.bootstrap(), topics.alerts(), elastic.url(), index, alerts.size()).run();
            client.indices().refresh(request -> request.index(index));
            long found = client.count(request -> request.index(index)).count();
            if (found != alerts.size()) {
                throw new IllegalStateException("Camel brought " + found + " of " + alerts.size() + " alerts");
            }
            return rate;
        }
    }

    /** Alerts a second that the sink takes from their topic into an index that is empty. */
    double sink(List<Alert> alerts) throws IOException, InterruptedException {
        try (ElasticsearchClient client = ElasticClients.open(elastic)) {
            emptyIndex(client, alerts);
        }
        return drain(nextTurn(alerts), alerts.size());
    }

    /** Topics of their own, with the alerts on them. */
    private Topics nextTurn(List<Alert> alerts) throws InterruptedException {
        Topics topics = kafka.topics("turn" + turns++ + ".");
        publish(topics, alerts, alerts.size());
        return topics;
    }

    /** Puts the first {@code count} alerts on their topic. */
    public void publish(Topics topics, Iterable<Alert> alerts, int count) {
        JsonCodec<Alert> codec = JsonCodec.of(Alert.class);
        Iterator<Alert> next = alerts.iterator();
        try (KafkaProducer<String, byte[]> producer = kafka.producer()) {
            for (int i = 0; i < count; i++) {
                Alert alert = next.next();
                var unused = producer.send(new ProducerRecord<>(topics.alerts(), alert.alertId(), codec.encode(alert)));
            }
        }
    }

    /**
     * Lets the sink index what is on the topic, going on from what it settled before.
     *
     * @param count of the alerts that are new there
     * @return alerts a second, from the start of the sink to the last that is settled
     */
    public double drain(Topics topics, int count) throws InterruptedException {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (ElasticSink sink = new ElasticSink(SinkSettings.of(kafka.bootstrap(), topics, elastic), registry)) {
            long begin = System.nanoTime();
            sink.start();
            while (settled(registry) < count) {
                Thread.sleep(BETWEEN_CHECKS_MILLIS);
            }
            return count * 1e9 / (System.nanoTime() - begin);
        }
    }

    /** Writes an alert's document, whatever stands there. */
    static BulkOperation write(JsonCodec<AlertDocument> codec, String index, Alert alert) {
        BinaryData json = BinaryData.of(codec.encode(AlertDocument.of(alert, Instant.now())), "application/json");
        return BulkOperation.of(operation ->
                operation.index(to -> to.index(index).id(alert.alertId()).document(json)));
    }

    private static double settled(SimpleMeterRegistry registry) {
        return registry.find("vigie.sink.settled").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /** Makes the index in which all these alerts belong anew, and gives its name. */
    private static String emptyIndex(ElasticsearchClient client, List<Alert> alerts) throws IOException {
        YearMonth month = YearMonth.from(alerts.get(0).filedAt().atOffset(ZoneOffset.UTC));
        String index = LAYOUT.index(month.toString());
        client.indices().delete(request -> request.index(index).ignoreUnavailable(true));
        new IndexSetup(client, LAYOUT).install(month.toString());
        return index;
    }
}
