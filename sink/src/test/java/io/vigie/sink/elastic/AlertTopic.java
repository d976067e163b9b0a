package io.vigie.sink.elastic;

import io.vigie.events.Alert;
import io.vigie.events.DeadLetter;
import io.vigie.events.TopicSpec;
import io.vigie.events.Topics;
import io.vigie.events.kafka.DeadLetterHeaders;
import io.vigie.events.kafka.EventSerde;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The sink's end of Kafka, as a test sees it: topics of its own under a prefix of its own. */
final class AlertTopic implements AutoCloseable {

    private final String bootstrap;
    private final Topics topics;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    AlertTopic(String bootstrap, String prefix) throws ExecutionException, InterruptedException {
        this.bootstrap = bootstrap;
        this.topics = new Topics(prefix);
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
        this.producer = new KafkaProducer<>(
                // One request at a time: on a topic that was made a moment ago, a later one may be taken before the
                // first.
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "max.request.size",
                        16 << 20,
                        "max.in.flight.requests.per.connection",
                        1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        create(topics.alerts());
        create(topics.deadLetters());
    }

    private void create(String name) throws ExecutionException, InterruptedException {
        TopicSpec spec = topics.all().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
        admin.createTopics(List.of(new NewTopic(name, spec.partitions(), (short) 1).configs(spec.config())))
                .all()
                .get();
    }

    Topics topics() {
        return topics;
    }

    void deleteDeadLetterTopic() throws ExecutionException, InterruptedException {
        admin.deleteTopics(List.of(topics.deadLetters())).all().get();
    }

    void createDeadLetterTopic() throws ExecutionException, InterruptedException {
        create(topics.deadLetters());
    }

    void publish(List<Alert> alerts) {
        EventSerde<Alert> serde = EventSerde.of(Alert.class);
        alerts.forEach(alert -> publish(alert.alertId().getBytes(), serde.serialize(topics.alerts(), alert)));
        producer.flush();
    }

    void publish(byte[] key, byte @Nullable [] value) {
        producer.send(new ProducerRecord<>(topics.alerts(), key, value));
    }

    void flush() {
        producer.flush();
    }

    /** Records that the group has not settled. */
    long lag(String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> settled = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topics.alerts());
            return consumer.endOffsets(partitions).entrySet().stream()
                    .mapToLong(end -> {
                        OffsetAndMetadata done = settled.get(end.getKey());
                        return end.getValue() - (done == null ? 0 : done.offset());
                    })
                    .sum();
        }
    }

    /** A dead letter with the key of its original. */
    record Letter(String key, DeadLetter why, int valueBytes) {}

    /** Every committed dead letter. */
    List<Letter> deadLetters() {
        List<Letter> letters = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topics.deadLetters());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(r -> letters.add(new Letter(
                                new String(r.key()),
                                DeadLetterHeaders.read(r.headers()).orElseThrow(),
                                r.value() == null ? -1 : r.value().length)));
            }
        }
        return letters;
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
