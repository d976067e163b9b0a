package io.vigie.sink.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.embedded.EmbeddedKafka;
import io.vigie.events.Alert;
import io.vigie.sink.Backoff;
import io.vigie.sink.elastic.FaultyProxy.Fault;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Elasticsearch killed as by {@code kill -9} and restarted five times, 429 on every fifth bulk and one alert in a hundred that cannot be
 * mapped, with every tenth alert amended once: what is stored in the end is exactly what was published.
 *
 * <p>5,000 alerts by default; {@code -Dvigie.sink.alerts=50000} runs the full measure.
 */
class ElasticSinkEnduranceIT {

    private static final int ALERTS = Integer.getInteger("vigie.sink.alerts", 5_000);
    private static final int RESTARTS = 5;
    private static final String PREFIX = "endurance.";

    @Test
    void losesNothingAndRepeatsNothing(@TempDir Path directory) throws Exception {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (ElasticProcess node = new ElasticProcess(directory.resolve("elasticsearch"));
                EmbeddedKafka kafka =
                        EmbeddedKafka.at(directory.resolve("kafka")).port(0).start();
                AlertTopic topic = new AlertTopic(kafka.bootstrapServers(), PREFIX);
                FaultyProxy proxy = new FaultyProxy(node.uri())) {
            node.start();
            AtomicInteger bulk = new AtomicInteger();
            proxy.faults(() -> bulk.incrementAndGet() % 5 == 0 ? Fault.TOO_MANY : Fault.NONE);
            SinkSettings settings = new SinkSettings(
                    Map.of("bootstrap.servers", kafka.bootstrapServers()),
                    topic.topics(),
                    ElasticSettings.at(proxy.uri()).withTimeout(Duration.ofSeconds(10)),
                    new BulkLimits(Math.max(20, ALERTS / 200), 5 << 20, Duration.ofMillis(50)),
                    new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1)));
            topic.publish(published());
            try (ElasticSink sink = new ElasticSink(settings, registry)) {
                sink.start();
                for (int kill = 1; kill <= RESTARTS; kill++) {
                    int through = kill * ALERTS / (RESTARTS + 2);
                    await().atMost(Duration.ofMinutes(5))
                            .until(() -> registry.counter("vigie.sink.accepted").count() >= through);
                    node.kill();
                    node.start();
                }
                await().atMost(Duration.ofMinutes(10))
                        .untilAsserted(
                                () -> assertThat(topic.lag(settings.group())).isZero());
            }

            assertThat(stored(node.uri())).isEqualTo(expected());
            assertThat(topic.deadLetters())
                    .extracting(AlertTopic.Letter::key)
                    .containsExactlyInAnyOrderElementsOf(unmappable());
        }
    }

    private static boolean isUnmappable(int i) {
        return i % 100 == 50;
    }

    private static List<Alert> published() {
        List<Alert> alerts = new ArrayList<>();
        for (int i = 0; i < ALERTS; i++) {
            String id = PREFIX + i;
            alerts.add(isUnmappable(i) ? Samples.unmappable(id) : Samples.alert(id));
            if (i % 10 == 9) {
                alerts.add(Samples.alert(PREFIX + (i - 5), 2));
            }
        }
        return alerts;
    }

    private static List<String> unmappable() {
        return IntStream.range(0, ALERTS)
                .filter(ElasticSinkEnduranceIT::isUnmappable)
                .mapToObj(i -> PREFIX + i)
                .toList();
    }

    /** Newest revision by id. */
    private static Map<String, Integer> expected() {
        Map<String, Integer> revisions = new HashMap<>();
        for (Alert alert : published()) {
            if (alert.datePublished() != null && alert.datePublished().equals(Samples.PUBLISHED)) {
                revisions.merge(alert.alertId(), alert.revision(), Math::max);
            }
        }
        return revisions;
    }

    /** Fails on an id that is stored twice. */
    private static Map<String, Integer> stored(URI node) throws IOException {
        Map<String, Integer> revisions = new HashMap<>();
        try (ElasticsearchClient client = ElasticClients.open(ElasticSettings.at(node))) {
            client.indices().refresh(refresh -> refresh.index("vigie-alerts*"));
            String after = "";
            while (true) {
                String last = after;
                List<Hit<StoredHead>> page = client.search(
                                SearchRequest.of(search -> search.index("vigie-alerts*")
                                        .size(5_000)
                                        .sort(sort -> sort.field(f -> f.field("alertId")))
                                        .searchAfter(FieldValue.of(last))),
                                StoredHead.class)
                        .hits()
                        .hits();
                if (page.isEmpty()) {
                    return revisions;
                }
                for (Hit<StoredHead> hit : page) {
                    StoredHead head = hit.source();
                    assertThat(head).isNotNull();
                    assertThat(revisions.put(String.valueOf(hit.id()), head.revision()))
                            .isNull();
                }
                after = String.valueOf(page.get(page.size() - 1).id());
            }
        }
    }
}
