package io.vigie.sink.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.embedded.EmbeddedKafka;
import io.vigie.events.Alert;
import io.vigie.events.Delivery;
import io.vigie.events.Delivery.State;
import io.vigie.events.Readiness;
import io.vigie.events.Surge;
import io.vigie.events.json.JsonCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries between a real Kafka and a webhook that misbehaves. */
class DeliverIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static EmbeddedKafka kafka;

    private final List<Deliver> running = new ArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private DeliverTopics topics;

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

    private Deliver start(Channel... channels) {
        Deliver deliver =
                new Deliver(DeliverSettings.of(kafka.bootstrapServers(), topics.topics(), List.of(channels)), registry);
        running.add(deliver);
        deliver.start();
        return deliver;
    }

    private static Channel channel(String id, String kind, String url, String more) {
        return Stories.channel("{id: " + id + ", kind: " + kind + ", url: '" + url + "'" + more + "}");
    }

    private static Alert fresh(String id) {
        Alert alert = Stories.alert(id);
        Instant now = Instant.now();
        return new Alert(
                alert.alertId(),
                alert.itemId(),
                alert.revision(),
                alert.status(),
                alert.url(),
                alert.headline(),
                alert.body(),
                alert.byline(),
                alert.language(),
                alert.outlet(),
                now.minusSeconds(60),
                now,
                now,
                alert.themes(),
                alert.history(),
                alert.diff(),
                alert.storyId(),
                alert.ruleset(),
                alert.provenance(),
                alert.latencyMs());
    }

    private static List<Alert> fresh(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> fresh("a" + i)).toList();
    }

    private List<Delivery> ended() {
        return topics.ledger().stream().filter(line -> line.state().isFinal()).toList();
    }

    private static List<String> keys(List<Delivery> lines) {
        return lines.stream().flatMap(line -> line.notices().stream()).toList();
    }

    @Test
    void tellsEachAlertOnceAndWritesItDown() throws IOException {
        try (Hook hook = new Hook(Hook.status(200))) {
            topics.publish(fresh(0, 3));
            topics.publish("no alert".getBytes(UTF_8));
            Deliver deliver = start(channel("desk", "webhook", hook.url(), ", secret: hunter2"));

            await().atMost(LONG).untilAsserted(() -> assertThat(keys(ended())).hasSize(3));

            assertThat(hook.requests()).hasSize(3);
            assertThat(ended()).extracting(Delivery::state).containsOnly(State.DELIVERED);
            assertThat(topics.ledger())
                    .filteredOn(line -> line.state() == State.ATTEMPTED)
                    .hasSize(3);
            assertThat(deliver.check()).isEqualTo(Readiness.ready());
            assertThat(registry.counter("vigie.deliver.malformed").count()).isOne();
        }
    }

    @Test
    void tellsASurgeToChannelsThatWantSurges() throws IOException {
        Instant now = Instant.now();
        Surge begun = new Surge("t/country/JP/" + now, Surge.Phase.STARTED, "t", null, "JP", now, null, 12, 1.5, 5);
        try (Hook hook = new Hook(Hook.status(200));
                Hook calm = new Hook(Hook.status(200))) {
            start(
                    channel("desk", "webhook", hook.url(), ", surges: true"),
                    channel("calm", "webhook", calm.url(), ", urgency: 9"));
            topics.publish(begun);
            topics.publish(begun);
            await().atMost(LONG).untilAsserted(() -> assertThat(keys(ended())).hasSize(1));
            topics.publish(fresh(0, 1));
            await().atMost(LONG).untilAsserted(() -> assertThat(keys(ended())).hasSize(3));

            assertThat(calm.requests()).hasSize(1);
            assertThat(hook.requests()).hasSize(2);
            JsonNode event = JsonCodec.mapper().readTree(hook.requests().get(0).body());
            assertThat(event.path("type").asText()).isEqualTo("io.vigie.delivery.surge.v1");
            assertThat(event.at("/data/surges/0/surgeId").asText()).isEqualTo(begun.surgeId());
            assertThat(ended().stream().filter(line -> line.kind() == Delivery.Kind.SURGE))
                    .singleElement()
                    .extracting(Delivery::notices)
                    .isEqualTo(List.of(begun.surgeId() + "/1"));
        }
    }

    @Test
    void aRestartRepeatsNothing() throws IOException {
        try (Hook hook = new Hook(Hook.status(200))) {
            topics.publish(fresh(0, 3));
            Channel channel = channel("desk", "webhook", hook.url(), "");
            Deliver first = start(channel);
            await().atMost(LONG).untilAsserted(() -> assertThat(keys(ended())).hasSize(3));
            first.close();

            start(channel);
            topics.publish(fresh(3, 4));
            await().atMost(LONG).untilAsserted(() -> assertThat(keys(ended())).hasSize(4));

            assertThat(hook.requests()).hasSize(4);
        }
    }

    @Test
    void fiveHundredAlertsInABurstReachAWebhookThatTakesOneASecond() throws IOException {
        try (Hook hook = new Hook(new OneASecond())) {
            topics.publish(fresh(0, 500));
            start(channel("desk", "slack", hook.url(), ""));

            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(keys(ended())).hasSize(500));

            assertThat(ended()).extracting(Delivery::state).containsOnly(State.DELIVERED);
            assertThat(keys(ended())).doesNotHaveDuplicates();
            assertThat(registry.counter("vigie.deliver.routed").count()).isEqualTo(500);
            long refused = topics.ledger().stream()
                    .filter(line -> line.state() == State.DEFERRED)
                    .count();
            assertThat(refused).as("answers 429").isLessThan(10);
            assertThat(hook.requests()).hasSizeLessThan(30);
            assertThat(hook.requests()).allSatisfy(DeliverIT::isFitForSlack);
            assertThat(topics.ledger())
                    .filteredOn(line -> line.state() == State.DELIVERED && line.kind() == Delivery.Kind.DIGEST)
                    .isNotEmpty();
        }
    }

    private static void isFitForSlack(Hook.Request request) throws JsonProcessingException {
        assertThat(SlackLimits.faults(request.body())).isEmpty();
    }

    /** Says 429 to whoever comes sooner than a second after the last message that it took. */
    private static final class OneASecond implements Hook.Behaviour {
        private long next = System.nanoTime();

        @Override
        public synchronized void answer(HttpExchange exchange, int request) throws IOException {
            long now = System.nanoTime();
            if (now - next < 0) {
                Hook.answer(exchange, 429, "rate_limited", "Retry-After", "1");
                return;
            }
            next = now + TimeUnit.SECONDS.toNanos(1);
            Hook.answer(exchange, 200, "ok");
        }
    }

    @Test
    void anAnswerThatNeverComesLeadsToOneRepeat() throws IOException {
        try (Hook hook = new Hook(Hook.hangUp())) {
            topics.publish(fresh(0, 1));
            start(channel("desk", "webhook", hook.url(), ""));

            await().atMost(LONG).untilAsserted(() -> assertThat(keys(ended())).hasSize(1));
            hook.behave(Hook.status(200));
            topics.publish(fresh(1, 2));
            await().atMost(LONG).untilAsserted(() -> assertThat(keys(ended())).hasSize(2));

            assertThat(ended()).extracting(Delivery::state).containsExactly(State.UNCONFIRMED, State.DELIVERED);
            assertThat(hook.requests()).hasSize(3);
            assertThat(hook.requests().subList(0, 2))
                    .extracting(request -> request.headers().getFirst("Idempotency-Key"))
                    .containsOnly(ended().get(0).id());
        }
    }

    /** The receiver has the message and the process that sent it dies before it can write that down. */
    @Test
    void repeatsOnceWhatWasSentWhenTheProcessWasKilled() throws Exception {
        CompletableFuture<Process> victim = new CompletableFuture<>();
        try (Hook hook = new Hook((exchange, request) -> {
            if (request == 1) {
                victim.join().destroyForcibly();
                exchange.close();
            } else {
                Hook.answer(exchange, 200, "");
            }
        })) {
            topics.publish(fresh(0, 1));
            victim.complete(process(hook.url()));
            assertThat(victim.join().waitFor(60, TimeUnit.SECONDS)).isTrue();

            start(channel("desk", "webhook", hook.url(), ""));
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(keys(ended())).hasSize(1));

            assertThat(hook.requests())
                    .hasSize(2)
                    .extracting(request -> request.headers().getFirst("Idempotency-Key"))
                    .containsOnly(ended().get(0).id());
            assertThat(ended()).singleElement().satisfies(line -> {
                assertThat(line.state()).isEqualTo(State.DELIVERED);
                assertThat(line.attempt()).isEqualTo(2);
            });
        }
    }

    private Process process(String webhook) throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillableDeliver.class.getName(),
                        kafka.bootstrapServers(),
                        topics.topics().prefix(),
                        webhook)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void aDeadEndpointOpensItsCircuitAndHoldsNobodyElseUp() throws IOException {
        String dead;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            dead = "http://127.0.0.1:" + socket.getLocalPort() + "/s3cr3tpath";
        }
        try (Hook hook = new Hook(Hook.status(200))) {
            Deliver deliver =
                    start(channel("dead", "slack", dead, ""), channel("alive", "slack", hook.url(), ", urgency: 9"));
            topics.publish(fresh(0, 3));

            await().atMost(LONG).untilAsserted(() -> {
                assertThat(hook.requests()).hasSize(3);
                assertThat(deliver.channels())
                        .filteredOn(status -> status.channel().equals("dead"))
                        .singleElement()
                        .satisfies(status -> {
                            assertThat(status.pausedUntil()).isNotNull();
                            assertThat(status.waiting()).isEqualTo(3);
                        });
            });

            assertThat(deliver.check()).isEqualTo(Readiness.ready());
            assertThat(registry.get("vigie.deliver.circuit.open")
                            .tag("channel", "dead")
                            .gauge()
                            .value())
                    .isEqualTo(1);
            assertThat(topics.ledger())
                    .filteredOn(line -> line.channel().equals("dead") && line.pausedUntil() != null)
                    .isNotEmpty();
            assertThat(topics.raw(topics.topics().deliveryLedger()))
                    .noneMatch(bytes -> new String(bytes, UTF_8).contains("s3cr3tpath"));
        }
    }

    @Test
    void severalInstancesShareTheChannelsAndTellEachAlertOnce() throws IOException {
        try (Hook hook = new Hook((exchange, n) -> Hook.answer(exchange, 200, "ok"))) {
            Channel[] channels = IntStream.range(0, 6)
                    .mapToObj(i -> channel("c" + i, "webhook", hook.url() + "/" + i, ", rate: 50/s"))
                    .toArray(Channel[]::new);
            Deliver first = start(channels);
            topics.publish(fresh(0, 10));
            await().atMost(LONG).until(() -> hook.requests().size() > 3);
            start(channels);
            topics.publish(fresh(10, 20));
            await().atMost(LONG).until(() -> hook.requests().size() > 20);
            first.close();
            topics.publish(fresh(20, 30));

            await().atMost(LONG).untilAsserted(() -> assertThat(keys(ended())).hasSize(6 * 30));
            assertThat(ended()).extracting(Delivery::state).containsOnly(State.DELIVERED);
        }
    }

    @Test
    void anInstanceThatWakesUpAfterItsPartitionWasTakenOverCanWriteNoAttempt() {
        TopicPartition partition = new TopicPartition(topics.topics().deliveryLedger(), 0);
        Map<String, String> clients = Map.of("bootstrap.servers", kafka.bootstrapServers());
        Lane lane = new Lane(Map.of(), List.of(), 0);
        lane.offer(Stories.notice("a", Stories.NOW), 0, Stories.NOW);
        List<Delivery> lines = lane.takeLines();
        try (Ledger asleep = new Ledger(clients, partition);
                Ledger heir = new Ledger(clients, partition)) {
            asleep.open(Stories.NOW);
            asleep.write(lines);
            assertThat(heir.open(Instant.EPOCH)).isEqualTo(lines);

            assertThatThrownBy(() -> asleep.write(lines)).isInstanceOf(KafkaException.class);
            heir.write(lines);
        }
        assertThat(topics.ledger()).hasSize(2);
    }
}
