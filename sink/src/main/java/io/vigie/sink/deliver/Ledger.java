package io.vigie.sink.deliver;

import io.vigie.events.Delivery;
import io.vigie.events.kafka.EventSerde;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One partition of the delivery ledger, that of the outbox's partition with the same number. Whoever opens it shuts out
 * the instance that had it before: an instance that wakes up after a long pause can write no attempt, and so sends
 * nothing.
 */
final class Ledger implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Ledger.class);
    private static final EventSerde<Delivery> LINES = EventSerde.of(Delivery.class);
    private static final int LARGEST_LINE = 8 << 20;
    private static final Duration READING = Duration.ofMillis(200);

    private final Map<String, String> kafka;
    private final TopicPartition partition;
    private final KafkaProducer<String, byte[]> producer;

    Ledger(Map<String, String> kafka, TopicPartition partition) {
        this.kafka = kafka;
        this.partition = partition;
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put("transactional.id", partition.topic() + "-" + partition.partition());
        properties.put("transaction.timeout.ms", 10_000);
        properties.put("acks", "all");
        properties.put("enable.idempotence", true);
        properties.put("max.request.size", LARGEST_LINE);
        properties.put("delivery.timeout.ms", 20_000);
        properties.put("request.timeout.ms", 10_000);
        properties.put("max.block.ms", 10_000);
        producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    /** Shuts out whoever had the partition, and returns its lines since that time, oldest first. */
    List<Delivery> open(Instant since) {
        producer.initTransactions();
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put("enable.auto.commit", false);
        properties.put("isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            OffsetAndTimestamp first = consumer.offsetsForTimes(Map.of(partition, since.toEpochMilli()))
                    .get(partition);
            if (first == null) {
                return List.of();
            }
            consumer.seek(partition, first.offset());
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            List<Delivery> lines = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(READING).forEach(line -> decode(line, lines));
            }
            return lines;
        }
    }

    private static void decode(ConsumerRecord<byte[], byte[]> consumed, List<Delivery> lines) {
        try {
            Delivery line = LINES.deserialize(consumed.topic(), consumed.value());
            if (line != null) {
                lines.add(line);
            }
        } catch (SerializationException | NullPointerException e) {
            log.atError()
                    .addKeyValue("partition", consumed.partition())
                    .addKeyValue("offset", consumed.offset())
                    .log("unreadable line of the delivery ledger skipped");
        }
    }

    /**
     * Returns when every line is safe.
     *
     * @throws org.apache.kafka.common.KafkaException when they are not, or when another instance has the partition now
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails when a record of its transaction did
    void write(List<Delivery> lines) {
        producer.beginTransaction();
        for (Delivery line : lines) {
            producer.send(new ProducerRecord<>(
                    partition.topic(),
                    partition.partition(),
                    line.channel(),
                    LINES.serialize(partition.topic(), line)));
        }
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
