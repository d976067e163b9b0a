package io.vigie.sink.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.events.Alert;
import io.vigie.events.Delivery;
import io.vigie.events.Surge;
import io.vigie.events.TopicSpec;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import io.vigie.events.kafka.EventSerde;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka as a test of deliveries sees it: topics of its own under a prefix of its own. */
final class DeliverTopics implements AutoCloseable {

    private static final EventSerde<Alert> ALERTS = EventSerde.of(Alert.class);
    private static final EventSerde<Delivery> LINES = EventSerde.of(Delivery.class);

    private final String bootstrap;
    private final Topics topics;
    private final KafkaProducer<byte[], byte[]> producer;

    DeliverTopics(String bootstrap, String prefix) throws ExecutionException, InterruptedException {
        this.bootstrap = bootstrap;
        this.topics = new Topics(prefix);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            List<NewTopic> missing =
                    topics.all().stream().map(DeliverTopics::topic).toList();
            admin.createTopics(missing).all().get();
        }
        this.producer = new KafkaProducer<>(
                // One request at a time: on a topic that was made a moment ago, a later one may be taken before the
                // first.
                Map.of("bootstrap.servers", bootstrap, "max.in.flight.requests.per.connection", 1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static NewTopic topic(TopicSpec spec) {
        return new NewTopic(spec.name(), spec.partitions(), (short) 1).configs(spec.config());
    }

    Topics topics() {
        return topics;
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    void publish(List<Alert> alerts) {
        alerts.forEach(alert -> producer.send(new ProducerRecord<>(
                topics.alerts(), alert.alertId().getBytes(UTF_8), ALERTS.serialize(topics.alerts(), alert))));
        producer.flush();
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    void publish(Surge surge) {
        producer.send(new ProducerRecord<>(
                topics.surges(),
                surge.surgeId().getBytes(UTF_8),
                JsonCodec.of(Surge.class).encode(surge)));
        producer.flush();
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    void publish(byte[] value) {
        producer.send(new ProducerRecord<>(topics.alerts(), "x".getBytes(UTF_8), value));
        producer.flush();
    }

    /** Every line of the ledger, oldest first within a channel. */
    List<Delivery> ledger() {
        return raw(topics.deliveryLedger()).stream()
                .map(bytes -> LINES.deserialize(topics.deliveryLedger(), bytes))
                .toList();
    }

    /** Committed values of a topic. */
    List<byte[]> raw(String topic) {
        List<byte[]> values = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(consumed -> values.add(consumed.value()));
            }
        }
        return values;
    }

    @Override
    public void close() {
        producer.close();
    }
}
