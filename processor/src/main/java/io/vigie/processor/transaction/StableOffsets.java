package io.vigie.processor.transaction;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Notices partitions whose last stable offset stands still before their end: readers of committed records get no further
 * there. Needs no right but to describe topics. Not for more than one thread.
 */
public final class StableOffsets {

    private final String prefix;
    private final Duration patience;
    private Map<TopicPartition, Held> held = new HashMap<>();

    /**
     * A partition that is held up.
     *
     * @param offset first offset that readers of committed records do not get
     * @param since when it was first seen there
     */
    public record Held(long offset, Instant since) {}

    /**
     * Asks nobody yet.
     *
     * @param prefix of the topics that matter
     * @param patience how long a transaction may be open, longer than any transaction's timeout
     */
    public StableOffsets(String prefix, Duration patience) {
        this.prefix = prefix;
        this.patience = patience;
    }

    /**
     * Looks again.
     *
     * @return partitions that have been held up for longer than a transaction may take, at the same offset
     * @throws ExecutionException when the cluster cannot say
     */
    public Map<TopicPartition, Held> look(Admin admin, Instant now) throws ExecutionException, InterruptedException {
        Set<TopicPartition> partitions = PartitionLeaders.of(admin, prefix).keySet();
        Map<TopicPartition, Long> stable = ends(admin, partitions, IsolationLevel.READ_COMMITTED);
        Map<TopicPartition, Long> ends = ends(admin, partitions, IsolationLevel.READ_UNCOMMITTED);
        Map<TopicPartition, Held> found = new HashMap<>();
        stable.forEach((partition, offset) -> {
            if (offset < ends.getOrDefault(partition, offset)) {
                Held before = held.get(partition);
                found.put(partition, before != null && before.offset() == offset ? before : new Held(offset, now));
            }
        });
        held = found;
        Map<TopicPartition, Held> late =
                new TreeMap<>(Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition));
        found.forEach((partition, each) -> {
            if (each.since().plus(patience).isBefore(now)) {
                late.put(partition, each);
            }
        });
        return late;
    }

    private static Map<TopicPartition, Long> ends(Admin admin, Set<TopicPartition> partitions, IsolationLevel isolation)
            throws ExecutionException, InterruptedException {
        return admin
                .listOffsets(
                        partitions.stream()
                                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())),
                        new ListOffsetsOptions(isolation))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }
}
