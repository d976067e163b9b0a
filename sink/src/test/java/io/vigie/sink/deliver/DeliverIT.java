package io.vigie.sink.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.vigie.events.Delivery;
import io.vigie.events.Delivery.State;
import io.vigie.events.Readiness;
import io.vigie.events.Surge;
import io.vigie.events.json.JsonCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a webhook is told, well-behaved or not. */
class DeliverIT extends DeliverTesting {

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
            assertThat(registry.find("kafka.consumer.fetch.manager.records.lag.max")
                            .gauges())
                    .as("lag of the router and of the dispatcher")
                    .extracting(gauge -> gauge.getId().getTag("client.id"))
                    .anyMatch(client -> client.contains("deliver-router"))
                    .anyMatch(client -> client.contains("deliver-dispatcher"));
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
}
