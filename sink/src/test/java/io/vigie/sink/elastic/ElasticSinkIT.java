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
import io.vigie.events.Readiness;
import io.vigie.sink.Backoff;
import io.vigie.sink.elastic.FaultyProxy.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sink between a real Kafka and a real Elasticsearch, with trouble in between. */
class ElasticSinkIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Backoff IMPATIENT = new Backoff(Duration.ofMillis(20), Duration.ofMillis(200));

    private static Path nodeDirectory;
    private static EmbeddedKafka kafka;
    private static EmbeddedElasticsearch node;

    private final List<ElasticSink> sinks = new ArrayList<>();
    private SimpleMeterRegistry registry;
    private String prefix;
    private AlertTopic topic;
    private FaultyProxy proxy;

    @BeforeAll
    static void startServers(@TempDir Path directory) {
        nodeDirectory = directory.resolve("elasticsearch");
        kafka = EmbeddedKafka.at(directory.resolve("kafka")).port(0).start();
        node = EmbeddedElasticsearch.at(nodeDirectory).port(0).start();
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

    private SinkSettings settings(BulkLimits limits) {
        return new SinkSettings(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                topic.topics(),
                ElasticSettings.at(proxy.uri()).withTimeout(Duration.ofSeconds(2)),
                limits,
                IMPATIENT);
    }

    private ElasticSink start() {
        return start(new BulkLimits(50, 1 << 20, Duration.ofMillis(20)));
    }

    private ElasticSink start(BulkLimits limits) {
        ElasticSink sink = new ElasticSink(settings(limits), registry);
        sinks.add(sink);
        sink.start();
        return sink;
    }

    private List<Alert> alerts(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Samples.alert(prefix + i))
                .toList();
    }

    private List<String> ids(List<Alert> alerts) {
        return alerts.stream().map(Alert::alertId).toList();
    }

    private void awaitAllSettled() {
        String group = settings(BulkLimits.STANDARD).group();
        await().atMost(LONG).untilAsserted(() -> assertThat(topic.lag(group)).isZero());
    }

    private List<String> storedIds() throws IOException {
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

    private double settled(String outcome) {
        Counter counter =
                registry.find("vigie.sink.settled").tag("outcome", outcome).counter();
        return counter == null ? -1 : counter.count();
    }

    private void assertAccountsBalance() {
        assertThat(registry.counter("vigie.sink.accepted").count())
                .isEqualTo(settled("stored")
                        + settled("stale")
                        + settled("dead-lettered")
                        + registry.counter("vigie.sink.released").count());
    }

    @Test
    void storesEveryAlertOnce() throws IOException {
        List<Alert> alerts = alerts(0, 300);
        topic.publish(alerts);
        start();

        awaitAllSettled();

        assertThat(storedIds()).containsExactlyInAnyOrderElementsOf(ids(alerts));
        assertThat(topic.deadLetters()).isEmpty();
        assertThat(settled("stored")).isEqualTo(300);
        assertAccountsBalance();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE"})
    void losesAndRepeatsNothingWhenBulksFail(Fault fault) throws IOException {
        AtomicInteger bulk = new AtomicInteger();
        proxy.faults(() -> bulk.getAndIncrement() % 3 < 2 && bulk.get() < 12 ? fault : Fault.NONE);
        List<Alert> alerts = alerts(0, 200);
        topic.publish(alerts);
        start();

        awaitAllSettled();

        assertThat(storedIds()).containsExactlyInAnyOrderElementsOf(ids(alerts));
        assertThat(topic.deadLetters()).isEmpty();
        assertAccountsBalance();
    }

    @Test
    void deadLettersExactlyWhatCannotBeStored() throws IOException {
        byte[] notJson = "{\"alertId\": tru".getBytes();
        byte[] notAnAlert =
                "{\"alertId\":\"a\",\"byline\":[],\"themes\":[],\"history\":[],\"latencyMs\":{}}".getBytes();
        topic.publish(alerts(0, 20));
        topic.publish((prefix + "json").getBytes(), notJson);
        topic.publish((prefix + "fields").getBytes(), notAnAlert);
        topic.publish((prefix + "tombstone").getBytes(), null);
        topic.publish(List.of(Samples.unmappable(prefix + "date")));
        topic.publish(alerts(20, 40));
        start();

        awaitAllSettled();

        assertThat(storedIds()).containsExactlyInAnyOrderElementsOf(ids(alerts(0, 40)));
        assertThat(topic.deadLetters())
                .extracting(AlertTopic.Letter::key)
                .containsExactlyInAnyOrder(prefix + "json", prefix + "fields", prefix + "tombstone", prefix + "date");
        assertThat(topic.deadLetters()).allSatisfy(letter -> {
            assertThat(letter.why().topic()).isEqualTo(topic.topics().alerts());
            assertThat(letter.why().stage()).isEqualTo("sink.elastic");
            assertThat(letter.why().cause()).isNotBlank();
        });
        assertThat(settled("dead-lettered")).isEqualTo(4);
        assertAccountsBalance();
    }

    @Test
    void aLetterThatIsTooLargeGoesWithoutItsValue() {
        byte[] almostNineMebibytes = "x".repeat(9 * 1024 * 1024 - 150).getBytes();
        topic.publish((prefix + "large").getBytes(), almostNineMebibytes);
        topic.flush();
        start();

        awaitAllSettled();

        assertThat(topic.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo(prefix + "large");
            assertThat(letter.valueBytes()).isEqualTo(-1);
        });
    }

    @Test
    void commitsNothingWhileDeadLettersCannotBeWritten() throws Exception {
        topic.deleteDeadLetterTopic();
        topic.publish(List.of(Samples.unmappable(prefix + "date")));
        ElasticSink sink = start();

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(sink.check())
                        .isInstanceOfSatisfying(
                                Readiness.NotReady.class,
                                notReady -> assertThat(notReady.why()).contains("dead letters")));
        assertThat(topic.lag(settings(BulkLimits.STANDARD).group())).isOne();

        topic.createDeadLetterTopic();
        awaitAllSettled();
        assertThat(topic.deadLetters()).hasSize(1);
        await().untilAsserted(() -> assertThat(sink.check()).isEqualTo(Readiness.ready()));
    }

    @Test
    void waitsForElasticsearchAndSaysSo() throws IOException {
        int port = node.uri().getPort();
        List<Alert> alerts = alerts(0, 400);
        ElasticSink sink = start(new BulkLimits(10, 1 << 20, Duration.ofMillis(5)));
        topic.publish(alerts.subList(0, 100));

        node.close();
        topic.publish(alerts.subList(100, 400));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(sink.check())
                        .isInstanceOfSatisfying(
                                Readiness.NotReady.class,
                                notReady -> assertThat(notReady.why()).startsWith("Elasticsearch: ")));
        node = EmbeddedElasticsearch.at(nodeDirectory).port(port).start();

        awaitAllSettled();
        assertThat(storedIds()).containsExactlyInAnyOrderElementsOf(ids(alerts));
        assertThat(sink.check()).isEqualTo(Readiness.ready());
        assertAccountsBalance();
    }

    @Test
    void waitsWhileAnIndexIsReadOnly() throws IOException {
        try (ElasticsearchClient client = ElasticClients.open(ElasticSettings.at(node.uri()))) {
            new IndexSetup(client, IndexLayout.ALERTS).install("2026-03");
            String index = "vigie-alerts-v1-2026-03";
            client.indices()
                    .putSettings(put -> put.index(index).settings(s -> s.blocks(b -> b.readOnlyAllowDelete(true))));
            topic.publish(alerts(0, 5));
            ElasticSink sink = start();

            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(sink.check())
                            .isInstanceOfSatisfying(
                                    Readiness.NotReady.class,
                                    notReady -> assertThat(notReady.why()).contains("cluster_block_exception")));
            client.indices()
                    .putSettings(put -> put.index(index).settings(s -> s.blocks(b -> b.readOnlyAllowDelete(false))));

            awaitAllSettled();
            assertThat(storedIds()).hasSize(5);
            assertThat(topic.deadLetters()).isEmpty();
        }
    }

    @Test
    void staysInItsGroupWhileElasticsearchIsAway() throws IOException {
        proxy.faults(() -> Fault.TOO_MANY);
        topic.publish(alerts(0, 50));
        SinkSettings plain = settings(BulkLimits.STANDARD);
        ElasticSink sink = new ElasticSink(
                new SinkSettings(
                        Map.of("bootstrap.servers", kafka.bootstrapServers(), "max.poll.interval.ms", "1000"),
                        plain.topics(),
                        plain.elastic(),
                        plain.bulk(),
                        plain.backoff()),
                registry);
        sinks.add(sink);
        sink.start();

        await().atMost(LONG).until(() -> proxy.bulks() > 60);
        proxy.faults(() -> Fault.NONE);

        awaitAllSettled();
        assertThat(registry.counter("vigie.sink.released").count()).isZero();
        assertThat(settled("stored")).isEqualTo(50);
    }

    @Test
    void sharesTheWorkAndHandsItOverWithoutLossOrRepetition() throws IOException {
        AtomicInteger bulk = new AtomicInteger();
        proxy.faults(() -> bulk.getAndIncrement() % 4 == 0 ? Fault.TOO_MANY : Fault.NONE);
        List<Alert> alerts = new ArrayList<>(alerts(0, 1_000));
        alerts.add(500, Samples.unmappable(prefix + "date"));
        BulkLimits small = new BulkLimits(20, 1 << 20, Duration.ofMillis(5));
        ElasticSink first = start(small);
        Iterator<Alert> rest = alerts.iterator();
        for (int i = 0; i < 4; i++) {
            List<Alert> some = new ArrayList<>();
            while (some.size() < 250 && rest.hasNext()) {
                some.add(rest.next());
            }
            topic.publish(some);
            start(small);
        }
        first.close();
        while (rest.hasNext()) {
            topic.publish(List.of(rest.next()));
        }

        awaitAllSettled();
        sinks.forEach(ElasticSink::close);

        assertThat(storedIds()).containsExactlyInAnyOrderElementsOf(ids(alerts(0, 1_000)));
        assertThat(topic.deadLetters()).hasSize(1);
        assertAccountsBalance();
    }

    @Test
    void closesSoonWhileElasticsearchIsSilent() {
        proxy.faults(() -> Fault.SILENT);
        topic.publish(alerts(0, 50));
        ElasticSink sink = start();
        await().atMost(LONG).until(() -> proxy.bulks() > 0);

        long before = System.nanoTime();
        sink.close();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        proxy.faults(() -> Fault.NONE);
        start();
        awaitAllSettled();
        assertThat(settled("stored") + settled("stale")).isEqualTo(50);
    }
}
