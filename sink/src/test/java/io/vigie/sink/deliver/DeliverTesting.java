package io.vigie.sink.deliver;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.embedded.EmbeddedKafka;
import io.vigie.events.Alert;
import io.vigie.events.Delivery;
import io.vigie.sink.Change;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries between a real Kafka and webhooks. */
abstract class DeliverTesting {

    static final Duration LONG = Duration.ofSeconds(60);
    static EmbeddedKafka kafka;

    final List<Deliver> running = new ArrayList<>();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    DeliverTopics topics;

    @BeforeAll
    static void startKafka(@TempDir Path directory) {
        kafka = EmbeddedKafka.at(directory).port(0).start();
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @BeforeEach
    void open() throws Exception {
        topics = new DeliverTopics(
                kafka.bootstrapServers(), UUID.randomUUID().toString().substring(0, 8) + ".");
    }

    @AfterEach
    void close() {
        running.forEach(Deliver::close);
        topics.close();
    }

    Deliver start(Channel... channels) {
        Deliver deliver =
                new Deliver(DeliverSettings.of(kafka.bootstrapServers(), topics.topics(), List.of(channels)), registry);
        running.add(deliver);
        deliver.start();
        return deliver;
    }

    static Channel channel(String id, String kind, String url, String more) {
        return Stories.channel("{id: " + id + ", kind: " + kind + ", url: '" + url + "'" + more + "}");
    }

    static Alert fresh(String id) {
        Instant now = Instant.now();
        return new Change(Stories.alert(id))
                .datePublished(now.minusSeconds(60))
                .detectedAt(now)
                .filedAt(now)
                .alert();
    }

    static List<Alert> fresh(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> fresh("a" + i)).toList();
    }

    List<Delivery> ended() {
        return topics.ledger().stream().filter(line -> line.state().isFinal()).toList();
    }

    static List<String> keys(List<Delivery> lines) {
        return lines.stream().flatMap(line -> line.notices().stream()).toList();
    }
}
