package io.vigie.audit.replay;

import io.vigie.audit.topic.Bound;
import io.vigie.audit.topic.Span;
import io.vigie.audit.topic.SpanReader;
import io.vigie.audit.topic.TopicAccess;
import io.vigie.events.Provenance;
import io.vigie.events.json.JsonCodec;
import io.vigie.events.json.MalformedEventException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What production wrote about the items of one partition, read beside them. Records are found by the provenance that they
 * carry; only those that lie ahead of the items are held.
 *
 * <p>A record has the time at which it was written, which is after its item was: reading begins at the time of the first
 * item, less {@link #SLACK} for clocks. Production nearly keeps the order of a partition, so that reading goes
 * {@value #AHEAD} items beyond the one that is looked for before it is said to have no record.
 *
 * @param <T> record type
 */
final class RecordWindow<T> implements AutoCloseable {

    private static final Duration SLACK = Duration.ofHours(1);
    private static final int AHEAD = 256;

    private final JsonCodec<T> codec;
    private final Function<T, Provenance> provenance;
    private final Span items;
    private final List<Lane> lanes;
    private final Map<Long, T> held = new HashMap<>();

    /** One partition of the topic with the records. */
    private static final class Lane {

        private final SpanReader reader;
        private long newest = -1;
        private boolean ended;

        private Lane(SpanReader reader) {
            this.reader = reader;
        }
    }

    /** A record and the offset of its item. */
    private record Found<T>(long offset, T value) {}

    /**
     * A window at the beginning of a span of items.
     *
     * @param topic of the records; may not exist
     * @param first when the first item was written; absent to begin with the oldest record
     */
    RecordWindow(
            TopicAccess access,
            String topic,
            Class<T> type,
            Function<T, Provenance> provenance,
            Span items,
            @Nullable Instant first) {
        this.codec = JsonCodec.of(type);
        this.provenance = provenance;
        this.items = items;
        Bound from = first == null ? new Bound.Earliest() : new Bound.Time(first.minus(SLACK));
        List<Span> spans = access.spans(topic, from, new Bound.Latest());
        boolean alike = spans.size() == access.partitions(items.topic());
        this.lanes = spans.stream()
                .filter(span -> !alike || span.partition() == items.partition())
                .map(span -> new Lane(access.read(span)))
                .toList();
    }

    /** Reads on until everything about the items up to an offset has been seen. */
    void advance(long offset, Workers workers) throws InterruptedException {
        for (Lane lane : lanes) {
            while (!lane.ended && lane.newest < offset + AHEAD) {
                List<ConsumerRecord<byte[], byte[]>> records = lane.reader.next();
                lane.ended = records.isEmpty();
                for (Optional<Found<T>> found : workers.map(records, this::decode)) {
                    found.ifPresent(record -> {
                        lane.newest = Math.max(lane.newest, record.offset());
                        if (record.offset() >= items.from()) {
                            held.put(record.offset(), record.value());
                        }
                    });
                }
            }
        }
    }

    /** The record of an item, which is then let go. */
    @Nullable
    T take(long offset) {
        return held.remove(offset);
    }

    /** Whether nothing was written about this item nor about any behind it. */
    boolean endsBefore(long offset) {
        return lanes.stream().allMatch(lane -> lane.ended && lane.newest < offset);
    }

    private Optional<Found<T>> decode(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return Optional.empty();
        }
        try {
            T value = codec.decode(record.value());
            Provenance from = provenance.apply(value);
            return from.topic().equals(items.topic()) && from.partition() == items.partition()
                    ? Optional.of(new Found<>(from.offset(), value))
                    : Optional.empty();
        } catch (MalformedEventException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        lanes.forEach(lane -> lane.reader.close());
    }
}
