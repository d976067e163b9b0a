package io.vigie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that was killed while transactions were committed, and starts again. */
class KilledBrokerIT {

    private static final String TOPIC = "items";
    private static final int PARTITIONS = 4;
    private static final int WRITERS = 6;
    private static final Duration LONG = Duration.ofMinutes(2);
    /** Longer than a start may take: whoever waits for the session of the dead does not start. */
    private static final Map<String, String> ENDLESS_SESSION =
            Map.of("broker.session.timeout.ms", "600000", "server.max.startup.time.ms", "30000");

    @TempDir
    Path data;

    private final int port = Loopback.claim(0, "kafka.port");
    private final Queue<String> committed = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS);

    @AfterEach
    void stop() {
        enough.set(true);
        writers.shutdownNow();
    }

    @Test
    void endsTheTransactionsThatWereOpenAndWaitsForNoSession() throws Exception {
        Process victim = startProcess();
        List<Future<?>> writing = new ArrayList<>();
        try {
            createTopic();
            IntStream.range(0, WRITERS).forEach(i -> writing.add(writers.submit(() -> write("writer-" + i))));
            await().atMost(LONG).until(() -> committed.size() > 20 * WRITERS);
        } finally {
            victim.destroyForcibly().waitFor();
        }
        int before = committed.size();
        try (EmbeddedKafka again =
                EmbeddedKafka.at(data).port(port).settings(ENDLESS_SESSION).start()) {
            await().atMost(LONG).until(() -> committed.size() > before + 2 * WRITERS);
            enough.set(true);
            for (Future<?> each : writing) {
                each.get();
            }
            assertThat(readCommitted(again.bootstrapServers())).containsExactlyInAnyOrderElementsOf(committed);
        }
    }

    private Process startProcess() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        data.toString(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"))
                .start();
    }

    private void createTopic() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    /** One record to each partition in a transaction, over and over. */
    private void write(String writer) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + port,
                "transactional.id",
                writer,
                "linger.ms",
                0,
                "max.block.ms",
                LONG.toMillis());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            for (int i = 0; !enough.get(); i++) {
                List<String> values = new ArrayList<>();
                producer.beginTransaction();
                for (int partition = 0; partition < PARTITIONS; partition++) {
                    values.add(writer + " " + i + " " + partition);
                    producer.send(new ProducerRecord<>(TOPIC, partition, null, values.get(partition)));
                }
                producer.commitTransaction();
                committed.addAll(values);
            }
        }
    }

    /** Every committed value, once nothing uncommitted is before the end. */
    private static List<String> readCommitted(String bootstrap) {
        List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(i -> new TopicPartition(TOPIC, i))
                .toList();
        List<String> values = new ArrayList<>();
        try (var all = consumer(bootstrap, "read_uncommitted");
                var consumer = consumer(bootstrap, "read_committed")) {
            Map<TopicPartition, Long> ends = all.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await("the last stable offset reaches the end")
                    .untilAsserted(
                            () -> assertThat(consumer.endOffsets(partitions)).isEqualTo(ends));
            await().until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(each -> values.add(each.value()));
                return partitions.stream()
                        .collect(Collectors.toMap(each -> each, consumer::position))
                        .equals(ends);
            });
        }
        return values;
    }

    private static KafkaConsumer<String, String> consumer(String bootstrap, String isolation) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", isolation),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
