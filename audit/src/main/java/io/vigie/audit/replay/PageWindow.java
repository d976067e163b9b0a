package io.vigie.audit.replay;

import io.vigie.audit.topic.Bound;
import io.vigie.audit.topic.RecordFinder;
import io.vigie.audit.topic.Records;
import io.vigie.audit.topic.Span;
import io.vigie.audit.topic.SpanReader;
import io.vigie.audit.topic.TopicAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Page snapshots, read beside the items of one partition. A page was written in the transaction of its item, in a
 * partition of its own choosing: all partitions are read along, and what other items may ask for soon is held, packed,
 * up to {@value #MOST_HELD} bytes.
 *
 * <p>A page that was let go too early, or was written at another time, is looked for again within an hour of its item.
 */
final class PageWindow implements AutoCloseable {

    private static final long MOST_HELD = 64L << 20;

    /** Longer than a transaction lasts. */
    private static final Duration SLACK = Duration.ofSeconds(30);

    private static final Duration NEAR = Duration.ofHours(1);

    private final TopicAccess access;
    private final String topic;
    private final List<Lane> lanes;
    private final Map<String, ConsumerRecord<byte[], byte[]>> held = new LinkedHashMap<>();
    private long heldBytes;

    /** One partition. */
    private static final class Lane {

        private final SpanReader reader;
        private long newest = -1;
        private boolean ended;

        private Lane(SpanReader reader) {
            this.reader = reader;
        }
    }

    /**
     * A window at the pages of an item.
     *
     * @param topic of the pages; may not exist
     * @param first when the first item was written, milliseconds since 1970
     */
    PageWindow(TopicAccess access, String topic, long first) {
        this.access = access;
        this.topic = topic;
        this.lanes = access.spans(topic, before(first, SLACK), new Bound.Latest()).stream()
                .map(span -> new Lane(access.read(span)))
                .toList();
    }

    private static Bound before(long time, Duration distance) {
        return new Bound.Time(Instant.ofEpochMilli(time).minus(distance));
    }

    private static Bound after(long time, Duration distance) {
        return new Bound.Time(Instant.ofEpochMilli(time).plus(distance));
    }

    /**
     * The pages that a batch of items was read from, packed, by their SHA-256; one that is not there is left out.
     *
     * @param wanted their hashes
     * @param first when the first item of the batch was written, milliseconds since 1970
     * @param last when the last one was
     */
    Map<String, ConsumerRecord<byte[], byte[]>> find(Set<String> wanted, long first, long last) {
        Set<String> missing = new HashSet<>(wanted);
        missing.removeAll(held.keySet());
        lanes.forEach(lane -> advance(lane, last + SLACK.toMillis(), wanted, missing));
        if (!missing.isEmpty()) {
            near(missing, first, last);
        }
        Map<String, ConsumerRecord<byte[], byte[]>> found = new HashMap<>();
        for (String sha256 : wanted) {
            ConsumerRecord<byte[], byte[]> page = held.remove(sha256);
            if (page != null) {
                heldBytes -= page.value().length;
                found.put(sha256, page);
            }
        }
        return found;
    }

    private void advance(Lane lane, long until, Set<String> wanted, Set<String> missing) {
        while (!missing.isEmpty() && !lane.ended && lane.newest < until) {
            List<ConsumerRecord<byte[], byte[]>> records = lane.reader.next();
            lane.ended = records.isEmpty();
            for (ConsumerRecord<byte[], byte[]> record : records) {
                lane.newest = Math.max(lane.newest, record.timestamp());
                hold(record, missing);
            }
            letGo(wanted);
        }
    }

    private void near(Set<String> missing, long first, long last) {
        RecordFinder records = new RecordFinder(access);
        for (Span span : access.spans(topic, before(first, NEAR), after(last, NEAR))) {
            records.forEach(span, record -> {
                if (missing.contains(Records.key(record))) {
                    hold(record, missing);
                }
            });
        }
    }

    private void hold(ConsumerRecord<byte[], byte[]> record, Set<String> missing) {
        if (record.value() != null && held.putIfAbsent(Records.key(record), record) == null) {
            heldBytes += record.value().length;
            missing.remove(Records.key(record));
        }
    }

    /** The eldest first, but nothing that this batch asks for. */
    private void letGo(Set<String> wanted) {
        Iterator<ConsumerRecord<byte[], byte[]>> eldest = held.values().iterator();
        while (heldBytes > MOST_HELD && eldest.hasNext()) {
            ConsumerRecord<byte[], byte[]> page = eldest.next();
            if (!wanted.contains(Records.key(page))) {
                heldBytes -= page.value().length;
                eldest.remove();
            }
        }
    }

    @Override
    public void close() {
        lanes.forEach(lane -> lane.reader.close());
    }
}
