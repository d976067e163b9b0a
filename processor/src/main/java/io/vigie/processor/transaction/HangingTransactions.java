package io.vigie.processor.transaction;

import io.vigie.processor.transaction.DecisionLog.History;
import io.vigie.processor.transaction.HangingTransaction.Outcome;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Finds transactions that are open on a partition and over at their coordinator, and ends them as it had decided.
 *
 * <p>A partition becomes part of a transaction at the coordinator before the first record is appended, and stops being
 * part of it when its marker is written. So whoever sees a transaction open on a partition, then sees that the coordinator
 * does not count the partition in, and then sees the same transaction still open, has seen one that hangs: no clock is
 * needed, and one that is merely slow is never taken for it.
 */
public final class HangingTransactions {

    /** From this feature level on a producer's epoch is one higher after each transaction, see KIP-890. */
    private static final short EPOCH_PER_TRANSACTION = 2;

    private static final String TRANSACTION_VERSION = "transaction.version";

    private final Admin admin;
    private final DecisionLog log;

    /** Does no I/O. */
    public HangingTransactions(Admin admin, DecisionLog log) {
        this.admin = admin;
        this.log = log;
    }

    private record Open(TopicPartition partition, long start, long producerId, int epoch, int coordinatorEpoch) {}

    /**
     * Those on any of the partitions.
     *
     * @throws ExecutionException when the cluster cannot say
     */
    public List<HangingTransaction> find(Collection<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        Set<Open> suspects = open(partitions);
        clear(suspects, listed(suspects));
        if (suspects.isEmpty()) {
            return List.of();
        }
        // A coordinator that is just being elected lists nothing; one that is asked by name answers, or the question
        // fails.
        Map<Long, History> histories = log.read(producers(suspects));
        Map<Long, String> written = new HashMap<>();
        histories.forEach((producer, history) -> written.put(producer, history.transactionalId()));
        clear(suspects, written);
        boolean epochTells = hasEpochPerTransaction();
        return suspects.stream()
                .map(each -> hanging(each, histories.get(each.producerId()), epochTells))
                .toList();
    }

    private static HangingTransaction hanging(Open open, @Nullable History history, boolean epochTells) {
        short next = (short) (open.epoch() + 1);
        return new HangingTransaction(
                open.partition(),
                open.start(),
                open.producerId(),
                (short) open.epoch(),
                open.coordinatorEpoch(),
                history == null ? null : history.transactionalId(),
                history == null || !epochTells
                        ? Outcome.UNKNOWN
                        : history.outcomes().getOrDefault(next, Outcome.UNKNOWN));
    }

    /** Leaves only transactions whose coordinator does not count the partition in, and that are open all the same after. */
    private void clear(Set<Open> suspects, Map<Long, String> transactionalIds)
            throws ExecutionException, InterruptedException {
        Map<Long, Set<TopicPartition>> underWay = new HashMap<>();
        for (Map.Entry<Long, String> each : transactionalIds.entrySet()) {
            underWay.put(each.getKey(), underWay(each.getValue()));
        }
        suspects.removeIf(
                each -> underWay.getOrDefault(each.producerId(), Set.of()).contains(each.partition()));
        if (!suspects.isEmpty()) {
            suspects.retainAll(open(suspects.stream().map(Open::partition).collect(Collectors.toSet())));
        }
    }

    private Set<TopicPartition> underWay(String transactionalId) throws ExecutionException, InterruptedException {
        try {
            return admin.describeTransactions(List.of(transactionalId))
                    .description(transactionalId)
                    .get()
                    .topicPartitions();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TransactionalIdNotFoundException) {
                return Set.of();
            }
            throw e;
        }
    }

    private Map<Long, String> listed(Set<Open> suspects) throws ExecutionException, InterruptedException {
        return suspects.isEmpty()
                ? Map.of()
                : admin
                        .listTransactions(new ListTransactionsOptions().filterProducerIds(producers(suspects)))
                        .all()
                        .get()
                        .stream()
                        .collect(Collectors.toMap(
                                TransactionListing::producerId,
                                TransactionListing::transactionalId,
                                (one, same) -> one));
    }

    private static Set<Long> producers(Set<Open> suspects) {
        return suspects.stream().map(Open::producerId).collect(Collectors.toSet());
    }

    private Set<Open> open(Collection<TopicPartition> partitions) throws ExecutionException, InterruptedException {
        Set<Open> open = new HashSet<>();
        admin.describeProducers(partitions)
                .all()
                .get()
                .forEach((partition, state) -> state.activeProducers()
                        .forEach(producer -> producer.currentTransactionStartOffset()
                                .ifPresent(start -> open.add(new Open(
                                        partition,
                                        start,
                                        producer.producerId(),
                                        producer.producerEpoch(),
                                        producer.coordinatorEpoch().orElse(0))))));
        return open;
    }

    private boolean hasEpochPerTransaction() throws ExecutionException, InterruptedException {
        var level = admin.describeFeatures()
                .featureMetadata()
                .get()
                .finalizedFeatures()
                .get(TRANSACTION_VERSION);
        return level != null && level.maxVersionLevel() >= EPOCH_PER_TRANSACTION;
    }
}
