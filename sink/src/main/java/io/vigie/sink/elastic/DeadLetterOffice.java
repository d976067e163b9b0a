package io.vigie.sink.elastic;

import io.vigie.events.kafka.DeadLetterHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends dead letters and the offsets that stand behind them in one Kafka transaction: a record is either on the
 * dead-letter topic and settled, or neither. A sink killed in between leaves no second letter for the same record.
 */
final class DeadLetterOffice implements AutoCloseable {

    private static final int LARGEST_REQUEST = 16 << 20;

    private final Map<String, String> kafka;
    private final String topic;
    private final String transactionalId;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    /**
     * Opens nothing yet: most sinks never write a dead letter.
     *
     * @param kafka properties of Kafka clients
     * @param topic of dead letters
     */
    DeadLetterOffice(Map<String, String> kafka, String topic) {
        this.kafka = kafka;
        this.topic = topic;
        this.transactionalId = topic + "-sink-elastic-" + UUID.randomUUID();
    }

    /**
     * Sends the letters and settles the offsets, or does neither.
     *
     * @param rejected entries with a {@link Verdict.Rejected}
     * @throws KafkaException when it did neither
     */
    void send(List<Entry> rejected, Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group)
            throws InterruptedException {
        Set<Entry> hollow = new HashSet<>();
        while (!trySend(rejected, hollow, offsets, group)) {
            // One more letter goes without its value: topic, partition and offset still say where the original stands.
        }
    }

    /** Returns false when a letter was too large; it is in {@code hollow} then. */
    private boolean trySend(
            List<Entry> rejected,
            Set<Entry> hollow,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            ConsumerGroupMetadata group)
            throws InterruptedException {
        try {
            KafkaProducer<byte[], byte[]> open = open();
            open.beginTransaction();
            for (Entry entry : rejected) {
                if (entry.verdict() instanceof Verdict.Rejected why) {
                    byte[] key = entry.consumed().key();
                    byte[] value =
                            hollow.contains(entry) ? null : entry.consumed().value();
                    try {
                        await(open.send(DeadLetterHeaders.record(topic, entry.letter(why), key, value)));
                    } catch (RecordTooLargeException e) {
                        if (!hollow.add(entry)) {
                            throw e;
                        }
                        discard();
                        return false;
                    }
                }
            }
            open.sendOffsetsToTransaction(offsets, group);
            open.commitTransaction();
            return true;
        } catch (KafkaException e) {
            discard();
            throw e;
        }
    }

    private static void await(Future<RecordMetadata> sent) throws InterruptedException {
        try {
            sent.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KafkaException kafka) {
                throw kafka;
            }
            throw new KafkaException(e.getCause());
        }
    }

    private KafkaProducer<byte[], byte[]> open() {
        KafkaProducer<byte[], byte[]> open = producer;
        if (open == null) {
            Map<String, Object> properties = new HashMap<>(kafka);
            properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
            properties.put(ProducerConfig.ACKS_CONFIG, "all");
            properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
            properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);
            properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
            properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
            properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
            open = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
            producer = open;
            open.initTransactions();
        }
        return open;
    }

    /** The transaction dies with its producer: the next one, under the same id, aborts what this one left open. */
    private void discard() {
        KafkaProducer<byte[], byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }

    @Override
    public void close() {
        KafkaProducer<byte[], byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(Duration.ofSeconds(2));
        }
    }
}
