package io.vigie.sink.elastic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Entries that wait for the next bulk, in order of arrival. It tells when a bulk is due and when to stop reading. */
final class EntryBuffer {

    private final BulkLimits limits;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long bytes;
    private long oldestNanos;

    EntryBuffer(BulkLimits limits) {
        this.limits = limits;
    }

    void add(Entry entry, long nowNanos) {
        if (entries.isEmpty()) {
            oldestNanos = nowNanos;
        }
        entries.addLast(entry);
        bytes += entry.size();
    }

    /** Puts back, in their order and before all others, entries that were taken and not written. */
    void putBack(List<Entry> open) {
        for (int i = open.size() - 1; i >= 0; i--) {
            entries.addFirst(open.get(i));
            bytes += open.get(i).size();
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Two bulks are waiting: more would only take memory. */
    boolean isFull() {
        return entries.size() >= 2 * limits.alerts() || bytes >= 2 * limits.bytes();
    }

    boolean isDue(long nowNanos) {
        return !entries.isEmpty()
                && (entries.size() >= limits.alerts()
                        || bytes >= limits.bytes()
                        || nowNanos - oldestNanos >= limits.linger().toNanos());
    }

    /** Takes one bulk, the oldest entries first. */
    List<Entry> take() {
        List<Entry> bulk = new ArrayList<>();
        long taken = 0;
        while (!entries.isEmpty()
                && bulk.size() < limits.alerts()
                && (bulk.isEmpty() || taken + entries.getFirst().size() <= limits.bytes())) {
            Entry entry = entries.removeFirst();
            taken += entry.size();
            bulk.add(entry);
        }
        bytes -= taken;
        return bulk;
    }

    /** Forgets what belongs to others now; they read it again. Returns how many entries that were. */
    int drop(Collection<TopicPartition> partitions) {
        Set<TopicPartition> gone = Set.copyOf(partitions);
        int before = entries.size();
        entries.removeIf(entry -> gone.contains(entry.partition()));
        bytes = entries.stream().mapToLong(Entry::size).sum();
        return before - entries.size();
    }

    int size() {
        return entries.size();
    }
}
