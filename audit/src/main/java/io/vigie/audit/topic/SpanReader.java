package io.vigie.audit.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads the records of one {@link Span} in order, a few megabytes at a time. For one thread. */
public final class SpanReader implements AutoCloseable {

    private static final Duration WAIT = Duration.ofMillis(500);
    /** A broker that gives nothing for so long is not slow, it is gone. */
    private static final int MOST_EMPTY_POLLS = 120;

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final Span span;

    SpanReader(Consumer<byte[], byte[]> consumer, Span span) {
        this.consumer = consumer;
        this.span = span;
        this.partition = new TopicPartition(span.topic(), span.partition());
        consumer.assign(List.of(partition));
        consumer.seek(partition, span.from());
    }

    /**
     * The next records, at least one.
     *
     * @return empty when the span is at its end
     * @throws IllegalStateException when the broker gives nothing for a minute
     */
    public List<ConsumerRecord<byte[], byte[]>> next() {
        int silent = 0;
        while (position() < span.to()) {
            long before = position();
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(WAIT).records(partition)) {
                if (record.offset() < span.to()) {
                    records.add(record);
                }
            }
            if (!records.isEmpty()) {
                return records;
            }
            silent = position() == before ? silent + 1 : 0; // markers of transactions are passed over in silence
            if (silent >= MOST_EMPTY_POLLS) {
                throw new IllegalStateException(
                        partition + " gives nothing at offset " + before + ", though it should up to " + span.to());
            }
        }
        return List.of();
    }

    /** Offset of the next record to be read. */
    public long position() {
        return consumer.position(partition);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
