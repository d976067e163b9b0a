package io.vigie.sink.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vigie.events.Delivery;
import io.vigie.events.Delivery.State;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Instances that end, are killed, come and go: each alert is still told once. */
class DeliverRestartIT extends DeliverTesting {

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
