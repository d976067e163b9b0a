package io.vigie.sink.elastic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.embedded.EmbeddedElasticsearch;
import io.vigie.embedded.EmbeddedKafka;
import io.vigie.events.Delivery;
import io.vigie.events.Readiness;
import io.vigie.events.Story;
import io.vigie.events.Surge;
import io.vigie.events.Topics;
import io.vigie.events.WatchEntry;
import io.vigie.events.json.JsonCodec;
import io.vigie.sink.Backoff;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stories, surges, looks at sources and deliveries become documents too. */
class EventSinkIT {

    private static final Instant AT = Instant.parse("2026-03-10T08:00:00Z");
    private static EmbeddedKafka kafka;
    private static EmbeddedElasticsearch node;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @BeforeAll
    static void startServers(@TempDir Path directory) {
        kafka = EmbeddedKafka.at(directory.resolve("kafka")).port(0).start();
        node = EmbeddedElasticsearch.at(directory.resolve("elasticsearch"))
                .port(0)
                .start();
    }

    @AfterAll
    static void stopServers() {
        node.close();
        kafka.close();
    }

    private static Topics topics() throws ExecutionException, InterruptedException {
        Topics topics = new Topics(UUID.randomUUID().toString().substring(0, 8) + ".");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(topics.all().stream()
                            .map(spec -> new NewTopic(spec.name(), spec.partitions(), (short) 1).configs(spec.config()))
                            .toList())
                    .all()
                    .get();
        }
        return topics;
    }

    private static KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "max.in.flight.requests.per.connection", 1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static <T> ProducerRecord<byte[], byte[]> produced(
            String topic, String key, Class<T> type, T event, long at) {
        return new ProducerRecord<>(
                topic, null, at, key.getBytes(UTF_8), JsonCodec.of(type).encode(event));
    }

    private static Story story(String id, int size) {
        return new Story(
                id,
                Story.Status.OPEN,
                null,
                AT,
                AT,
                List.of("o"),
                List.of("fr"),
                List.of("FR"),
                List.of("t"),
                size,
                List.of());
    }

    private static Surge surge(String id, Surge.Phase phase) {
        return new Surge(id, phase, "ukraine-support", null, "JP", AT, null, 9, 1.5, 5);
    }

    private static WatchEntry look(String source, String outcome) {
        return new WatchEntry(
                source,
                URI.create("https://outlet.example/feed"),
                WatchEntry.Purpose.DISCOVERY,
                outcome,
                null,
                200,
                10,
                3,
                AT,
                12,
                null);
    }

    private static Delivery delivery(Delivery.State state) {
        return new Delivery(
                "m1", "desk", Delivery.Kind.ALERT, List.of("a/1"), List.of("s"), state, 1, null, null, AT, 0, null);
    }

    private ElasticSink start(Topics topics) {
        ElasticSink sink = ElasticSink.ofEvents(
                new SinkSettings(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        topics,
                        ElasticSettings.at(node.uri()),
                        BulkLimits.STANDARD,
                        new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1))),
                registry);
        sink.start();
        return sink;
    }

    private static Map<String, ObjectNode> documents(IndexLayout layout) throws IOException {
        try (ElasticsearchClient client = ElasticClients.open(ElasticSettings.at(node.uri()))) {
            client.indices().refresh(refresh -> refresh.index(layout.alias()));
            return client
                    .search(search -> search.index(layout.alias()).size(100), ObjectNode.class)
                    .hits()
                    .hits()
                    .stream()
                    .collect(Collectors.toMap(
                            hit -> String.valueOf(hit.id()), EventSinkIT::source, (a, b) -> a, TreeMap::new));
        }
    }

    private static ObjectNode source(Hit<ObjectNode> hit) {
        ObjectNode source = hit.source();
        assertThat(source).isNotNull();
        return source;
    }

    private double settled(String outcome) {
        return registry.get("vigie.sink.events.settled")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    @Test
    void storesWhatStandsBesideTheAlertsAndAReplayChangesNothing() throws Exception {
        Topics topics = topics();
        List<ProducerRecord<byte[], byte[]>> events = List.of(
                produced(topics.stories(), "s1", Story.class, story("s1", 1), 1_000),
                produced(topics.stories(), "s1", Story.class, story("s1", 2), 2_000),
                produced(topics.surges(), "u/JP", Surge.class, surge("u/JP", Surge.Phase.STARTED), 1_000),
                produced(topics.surges(), "u/JP", Surge.class, surge("u/JP", Surge.Phase.ENDED), 2_000),
                produced(topics.watchLedger(), "otan", WatchEntry.class, look("otan", "fetched"), 1_000),
                produced(topics.watchLedger(), "otan", WatchEntry.class, look("otan", "failed"), 1_000),
                produced(topics.deliveryLedger(), "desk", Delivery.class, delivery(Delivery.State.ATTEMPTED), 1_000),
                produced(topics.deliveryLedger(), "desk", Delivery.class, delivery(Delivery.State.DELIVERED), 1_000),
                new ProducerRecord<>(
                        topics.deliveryLedger(), "desk".getBytes(UTF_8), "{\"at\":\"soon\"}".getBytes(UTF_8)),
                new ProducerRecord<>(topics.watchLedger(), "x".getBytes(UTF_8), "[]".getBytes(UTF_8)));
        try (KafkaProducer<byte[], byte[]> producer = producer();
                ElasticSink sink = start(topics)) {
            for (ProducerRecord<byte[], byte[]> event : events) {
                producer.send(event).get();
            }
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(settled("stored") + settled("stale") + settled("dead-lettered"))
                            .isEqualTo(10));

            assertThat(settled("dead-lettered")).isEqualTo(2);
            assertThat(documents(IndexLayout.STORIES)).hasEntrySatisfying("s1", story -> {
                assertThat(story.path("size").asInt()).isEqualTo(2);
                assertThat(story.path("@timestamp").asText()).isEqualTo(AT.toString());
            });
            assertThat(documents(IndexLayout.SURGES))
                    .hasEntrySatisfying(
                            "u/JP",
                            surge -> assertThat(surge.path("phase").asText()).isEqualTo("ended"));
            assertThat(documents(IndexLayout.WATCH_LEDGER)).hasSize(2);
            assertThat(documents(IndexLayout.DELIVERIES)).hasSize(2);

            // The same again, as a replay produces it, and an old state that comes late.
            for (ProducerRecord<byte[], byte[]> event : events.subList(0, 8)) {
                producer.send(event).get();
            }
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(settled("stored") + settled("stale") + settled("dead-lettered"))
                            .isEqualTo(18));
            assertThat(documents(IndexLayout.STORIES))
                    .hasEntrySatisfying(
                            "s1",
                            story -> assertThat(story.path("size").asInt()).isEqualTo(2));
            assertThat(documents(IndexLayout.WATCH_LEDGER)).hasSize(2);
            assertThat(documents(IndexLayout.DELIVERIES)).hasSize(2);
            assertThat(sink.check()).isEqualTo(Readiness.ready());
        }
    }
}
