package io.vigie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

    @TempDir
    Path data;

    @Test
    void carriesRecordsOfEightMebibytes() throws Exception {
        String large = "x".repeat(8 * 1024 * 1024);
        try (EmbeddedKafka kafka = start()) {
            createTopic(kafka, "pages");
            try (KafkaProducer<String, String> producer =
                    producer(kafka, Map.of("max.request.size", 9 * 1024 * 1024))) {
                producer.send(new ProducerRecord<>("pages", "key", large)).get();
            }
            assertThat(read(kafka, "pages", 1)).containsExactly(large);
        }
    }

    @Test
    void makesNoTopicByItself() {
        try (EmbeddedKafka kafka = start();
                KafkaProducer<String, String> producer = producer(kafka, Map.of("max.block.ms", 500))) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> producer.send(new ProducerRecord<>("misspelt", "value"))
                            .get())
                    .withCauseInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void keepsCommittedTransactionsOverARestart() throws Exception {
        Map<String, Object> transactional = Map.of("transactional.id", "writer");
        try (EmbeddedKafka kafka = start()) {
            createTopic(kafka, "items");
            try (KafkaProducer<String, String> producer = producer(kafka, transactional)) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("items", "committed"));
                producer.commitTransaction();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("items", "aborted"));
                producer.flush();
                producer.abortTransaction();
            }
        }
        try (EmbeddedKafka kafka = start();
                KafkaProducer<String, String> producer = producer(kafka, transactional)) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("items", "after the restart"));
            producer.commitTransaction();

            assertThat(read(kafka, "items", 2)).containsExactly("committed", "after the restart");
        }
    }

    @Test
    void letsStreamsGoOnExactlyOnceAfterARestart(@TempDir Path state) throws Exception {
        try (EmbeddedKafka kafka = start()) {
            createTopic(kafka, "words");
            createTopic(kafka, "counts");
            assertThat(countOneMore(kafka, state, 1)).containsExactly("1");
        }
        try (EmbeddedKafka kafka = start()) {
            assertThat(countOneMore(kafka, state, 2)).containsExactly("1", "2");
        }
    }

    @Test
    void refusesADirectoryInUse() {
        try (EmbeddedKafka kafka = start()) {
            assertThat(kafka.bootstrapServers()).isNotEmpty();
            assertThatExceptionOfType(StartException.class)
                    .isThrownBy(this::start)
                    .withMessageContaining("is in use by another vigie");
        }
    }

    @Test
    void refusesADirectoryOfAnotherNodeAndLeavesTheProcessAlive() throws Exception {
        Path log = Files.createDirectories(data.resolve("log"));
        Files.writeString(log.resolve("meta.properties"), "version=1\ncluster.id=other\nnode.id=77\n");

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(this::start)
                .withMessageStartingWith("kafka did not start: ")
                .withMessageContaining("node id 77");
    }

    @Test
    void takesItsPortAgainAfterARestart() {
        int port = Loopback.claim(0, "kafka.port");
        for (int round = 0; round < 2; round++) {
            try (EmbeddedKafka kafka = EmbeddedKafka.at(data).port(port).start()) {
                assertThat(kafka.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
            }
        }
    }

    @Test
    void closesTwiceWithoutHarm() {
        EmbeddedKafka kafka = start();
        kafka.close();
        kafka.close();
        start().close();
    }

    private EmbeddedKafka start() {
        return EmbeddedKafka.at(data).port(0).start();
    }

    private static void createTopic(EmbeddedKafka kafka, String name) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
    }

    private static KafkaProducer<String, String> producer(EmbeddedKafka kafka, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /** Committed values from the start, in order, once there are so many. */
    private static List<String> read(EmbeddedKafka kafka, String topic, int count) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition only = new TopicPartition(topic, 0);
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            await().until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(each -> values.add(each.value()));
                return values.size() >= count;
            });
        }
        return values;
    }

    /** Counts one more word in a topology with a state store; returns every count so far. */
    private static List<String> countOneMore(EmbeddedKafka kafka, Path state, int expected) throws Exception {
        StreamsBuilder builder = new StreamsBuilder();
        builder.<String, String>stream("words")
                .groupBy((key, value) -> value, Grouped.with(Serdes.String(), Serdes.String()))
                .count(Materialized.as("counts-store"))
                .toStream()
                .mapValues(String::valueOf)
                .to("counts", Produced.with(Serdes.String(), Serdes.String()));
        Properties settings = new Properties();
        settings.put("application.id", "counter");
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        settings.put("processing.guarantee", "exactly_once_v2");
        settings.put("state.dir", state.toString());
        settings.put("default.key.serde", Serdes.StringSerde.class);
        settings.put("default.value.serde", Serdes.StringSerde.class);
        try (KafkaProducer<String, String> producer = producer(kafka, Map.of());
                KafkaStreams streams = new KafkaStreams(builder.build(), settings)) {
            producer.send(new ProducerRecord<>("words", "key", "vigie")).get();
            streams.start();
            List<String> counts = read(kafka, "counts", expected);
            // Otherwise the group waits 45 s for a member that only looks lost.
            streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
            return counts;
        }
    }
}
