package io.vigie.sink.elastic;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offsets behind which everything is settled and that Kafka has not been told yet. Not thread-safe. */
final class SafeOffsets {

    private static final Logger log = LoggerFactory.getLogger(SafeOffsets.class);
    private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(5);

    private final KafkaConsumer<?, ?> consumer;
    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();

    SafeOffsets(KafkaConsumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    void add(Map<TopicPartition, OffsetAndMetadata> offsets) {
        uncommitted.putAll(offsets);
    }

    /** Of partitions that are committed otherwise, or belong to others. */
    void forget(Collection<TopicPartition> partitions) {
        uncommitted.keySet().removeIf(partitions::contains);
    }

    /** What cannot be committed now is committed at the next turn; what belongs to others is theirs to commit. */
    void commit() {
        if (uncommitted.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(uncommitted, COMMIT_TIMEOUT);
            uncommitted.clear();
        } catch (CommitFailedException | RebalanceInProgressException e) {
            log.atInfo().addKeyValue("reason", e.getMessage()).log("commit waits for a rebalance");
        } catch (RetriableException e) {
            log.atWarn().addKeyValue("reason", e.getMessage()).log("commit failed; it is tried again");
        }
    }
}
