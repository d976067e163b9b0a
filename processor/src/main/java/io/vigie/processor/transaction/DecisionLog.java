package io.vigie.processor.transaction;

import io.vigie.processor.transaction.HangingTransaction.Outcome;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;

/**
 * What the coordinators had decided, from the topic on which they write it down before they act. A coordinator itself
 * answers for a producer's latest transaction only; the topic keeps earlier ones until it is compacted.
 *
 * @see <a href="https://github.com/apache/kafka/blob/4.3.1/transaction-coordinator/src/main/resources/common/message/TransactionLogValue.json">
 *     the format of its values</a>
 */
public final class DecisionLog {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int KNOWN_VERSIONS = 1;
    private static final int PREPARE_COMMIT = 2;
    private static final int PREPARE_ABORT = 3;
    private static final int COMPLETE_COMMIT = 4;
    private static final int COMPLETE_ABORT = 5;

    private final Map<String, String> kafka;

    /**
     * Does no I/O.
     *
     * @param kafka client settings: {@code bootstrap.servers}, security
     */
    public DecisionLog(Map<String, String> kafka) {
        this.kafka = Map.copyOf(kafka);
    }

    /**
     * What is written of one producer.
     *
     * @param transactionalId its name
     * @param outcomes of its transactions, by its epoch after them
     */
    record History(String transactionalId, Map<Short, Outcome> outcomes) {}

    /** What is written of these producers; those that the topic no longer holds are absent. */
    Map<Long, History> read(Set<Long> producers) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        Map<Long, History> histories = new HashMap<>();
        try (KafkaConsumer<ByteBuffer, ByteBuffer> consumer =
                new KafkaConsumer<>(settings, new ByteBufferDeserializer(), new ByteBufferDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.TRANSACTION_STATE_TOPIC_NAME).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> take(record, producers, histories));
            }
        }
        return histories;
    }

    /** Key: version and name. Value: version, producer id, epoch, timeout and status; what follows has no place here. */
    private static void take(
            ConsumerRecord<ByteBuffer, ByteBuffer> record, Set<Long> producers, Map<Long, History> histories) {
        ByteBuffer value = record.value();
        if (value == null || value.getShort() > KNOWN_VERSIONS) {
            return;
        }
        long producer = value.getLong();
        short epoch = value.getShort();
        value.getInt();
        byte status = value.get();
        if (producers.contains(producer)) {
            Map<Short, Outcome> outcomes = histories
                    .computeIfAbsent(producer, any -> new History(name(record.key()), new HashMap<>()))
                    .outcomes();
            switch (status) {
                case PREPARE_COMMIT, COMPLETE_COMMIT -> outcomes.put(epoch, Outcome.COMMITTED);
                case PREPARE_ABORT, COMPLETE_ABORT -> outcomes.put(epoch, Outcome.ABORTED);
                default -> {
                    // Empty, under way or forgotten: nothing decided.
                }
            }
        }
    }

    private static String name(ByteBuffer key) {
        byte[] name = new byte[key.position(Short.BYTES).getShort()];
        key.get(name);
        return new String(name, StandardCharsets.UTF_8);
    }
}
