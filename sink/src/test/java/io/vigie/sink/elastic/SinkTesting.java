package io.vigie.sink.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.embedded.EmbeddedElasticsearch;
import io.vigie.embedded.EmbeddedKafka;
import io.vigie.events.Alert;
import io.vigie.sink.Backoff;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The sink between a real Kafka and a real Elasticsearch, with a proxy that makes trouble in between. */
abstract class SinkTesting {

    static final Duration LONG = Duration.ofSeconds(60);
    static final Backoff IMPATIENT = new Backoff(Duration.ofMillis(20), Duration.ofMillis(200));

    static Path nodeDirectory;
    static EmbeddedKafka kafka;
    static EmbeddedElasticsearch node;

    final List<ElasticSink> sinks = new ArrayList<>();
    SimpleMeterRegistry registry;
    String prefix;
    AlertTopic topic;
    FaultyProxy proxy;

    @BeforeAll
    static void startServers(@TempDir Path directory) throws IOException {
        nodeDirectory = directory.resolve("elasticsearch");
        kafka = EmbeddedKafka.at(directory.resolve("kafka")).port(0).start();
        node = EmbeddedElasticsearch.at(nodeDirectory).port(portNoClientGets()).start();
    }

    /**
     * A free port below those that systems give to clients: one that looks for a stopped node again and again may else be given
     * the node's own port, connect to itself (TCP's simultaneous open) and keep the node from starting again.
     */
    private static int portNoClientGets() throws IOException {
        for (int port = 20_000 + new Random().nextInt(10_000); ; port++) {
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (BindException e) {
                // Somebody has it.
            }
        }
    }

    @AfterAll
    static void stopServers() {
        node.close();
        kafka.close();
    }

    @BeforeEach
    void open() throws Exception {
        registry = new SimpleMeterRegistry();
        prefix = "t" + UUID.randomUUID().toString().substring(0, 8) + ".";
        topic = new AlertTopic(kafka.bootstrapServers(), prefix);
        proxy = new FaultyProxy(node.uri());
    }

    @AfterEach
    void close() {
        sinks.forEach(ElasticSink::close);
        proxy.close();
        topic.close();
    }

    SinkSettings settings(BulkLimits limits) {
        return new SinkSettings(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                topic.topics(),
                ElasticSettings.at(proxy.uri()).withTimeout(Duration.ofSeconds(2)),
                limits,
                IMPATIENT);
    }

    ElasticSink start() {
        return start(new BulkLimits(50, 1 << 20, Duration.ofMillis(20)));
    }

    ElasticSink start(BulkLimits limits) {
        ElasticSink sink = new ElasticSink(settings(limits), registry);
        sinks.add(sink);
        sink.start();
        return sink;
    }

    List<Alert> alerts(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Samples.alert(prefix + i))
                .toList();
    }

    List<String> ids(List<Alert> alerts) {
        return alerts.stream().map(Alert::alertId).toList();
    }

    void awaitAllSettled() {
        String group = settings(BulkLimits.STANDARD).group();
        await().atMost(LONG).untilAsserted(() -> assertThat(topic.lag(group)).isZero());
    }

    List<String> storedIds() throws IOException {
        try (ElasticsearchClient client = ElasticClients.open(ElasticSettings.at(node.uri()))) {
            client.indices().refresh(refresh -> refresh.index("vigie-alerts"));
            return client
                    .search(
                            search -> search.index("vigie-alerts")
                                    .size(5_000)
                                    .source(source -> source.fetch(false))
                                    .query(q -> q.prefix(p -> p.field("alertId").value(prefix)))
                                    .sort(sort -> sort.field(f -> f.field("alertId")))
                                    .searchAfter(FieldValue.of(prefix)),
                            Void.class)
                    .hits()
                    .hits()
                    .stream()
                    .map(hit -> String.valueOf(hit.id()))
                    .toList();
        }
    }

    double settled(String outcome) {
        Counter counter =
                registry.find("vigie.sink.settled").tag("outcome", outcome).counter();
        return counter == null ? -1 : counter.count();
    }

    void assertAccountsBalance() {
        assertThat(registry.counter("vigie.sink.accepted").count())
                .isEqualTo(settled("stored")
                        + settled("stale")
                        + settled("dead-lettered")
                        + registry.counter("vigie.sink.released").count());
    }
}
