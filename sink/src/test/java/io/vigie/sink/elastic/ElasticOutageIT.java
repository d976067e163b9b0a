package io.vigie.sink.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.vigie.embedded.EmbeddedElasticsearch;
import io.vigie.events.Alert;
import io.vigie.events.Readiness;
import io.vigie.sink.elastic.FaultyProxy.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the sink does while Elasticsearch, or the dead-letter topic, does not take what it brings. */
class ElasticOutageIT extends SinkTesting {

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
    void readsNoFurtherThanItsBuffersWhileElasticsearchIsAway() throws IOException {
        proxy.faults(() -> Fault.TOO_MANY);
        List<Alert> alerts = alerts(0, 1_000);
        topic.publish(alerts);
        start(new BulkLimits(10, 1 << 20, Duration.ofMillis(5)));

        await().atMost(LONG).until(() -> proxy.bulks() > 30);

        // One bulk under way, two waiting, and what a single poll brings on top.
        assertThat(registry.counter("vigie.sink.accepted").count()).isLessThanOrEqualTo(40);
        proxy.faults(() -> Fault.NONE);
        awaitAllSettled();
        assertThat(storedIds()).containsExactlyInAnyOrderElementsOf(ids(alerts));
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
