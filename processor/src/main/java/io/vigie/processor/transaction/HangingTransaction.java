package io.vigie.processor.transaction;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that is open on a partition and over at its coordinator.
 *
 * @param partition where a marker is missing
 * @param start offset of the transaction's first record there; readers of committed records get no further
 * @param producerId of who wrote it
 * @param epoch of the producer when it wrote
 * @param coordinatorEpoch of the coordinator that last wrote a marker of this producer to the partition, 0 when none did
 * @param transactionalId of the producer, absent when the coordinators have forgotten it
 * @param outcome what the coordinator had decided
 */
public record HangingTransaction(
        TopicPartition partition,
        long start,
        long producerId,
        short epoch,
        int coordinatorEpoch,
        @Nullable String transactionalId,
        Outcome outcome) {

    /** What a coordinator had decided. */
    public enum Outcome {
        /** Its records count: a commit marker is missing. */
        COMMITTED,
        /** They do not: an abort marker is missing. */
        ABORTED,
        /** No longer written down anywhere, or by brokers before {@code transaction.version} 2, which tell two transactions apart by time only. */
        UNKNOWN
    }
}
