package io.vigie.sink.elastic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What can be given back to Kafka: of each partition, the entries before the first one that is still open.
 *
 * @param offsets next offset to read, by partition
 * @param settled entries before those offsets, in order
 * @param open all others, in order
 */
record Settlement(Map<TopicPartition, OffsetAndMetadata> offsets, List<Entry> settled, List<Entry> open) {

    static Settlement of(List<Entry> entries) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        List<Entry> settled = new ArrayList<>();
        List<Entry> open = new ArrayList<>();
        Set<TopicPartition> stopped = new HashSet<>();
        for (Entry entry : entries) {
            TopicPartition partition = entry.partition();
            if (entry.isOpen() || stopped.contains(partition)) {
                stopped.add(partition);
                open.add(entry);
            } else {
                settled.add(entry);
                offsets.put(partition, new OffsetAndMetadata(entry.offset() + 1));
            }
        }
        return new Settlement(offsets, settled, open);
    }

    /** The settled entries that go to the dead-letter topic. */
    List<Entry> rejected() {
        return settled.stream()
                .filter(entry -> entry.verdict() instanceof Verdict.Rejected)
                .toList();
    }
}
