package io.vigie.audit.topic;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;

/** Finds single records. Kafka has no index of keys, so that looking for one reads its partition from end to end. */
public final class RecordFinder {

    private final TopicAccess access;

    public RecordFinder(TopicAccess access) {
        this.access = access;
    }

    /** The record at a place; empty when it is no longer there, or was never committed. */
    public Optional<ConsumerRecord<byte[], byte[]>> at(String topic, int partition, long offset) {
        return access.all(topic).stream()
                .filter(span -> span.partition() == partition && span.from() <= offset && offset < span.to())
                .findFirst()
                .flatMap(span -> first(new Span(topic, partition, offset, offset + 1)));
    }

    private Optional<ConsumerRecord<byte[], byte[]>> first(Span span) {
        try (SpanReader reader = access.read(span)) {
            return reader.next().stream().findFirst();
        }
    }

    /**
     * All records of a key, oldest first. Where Kafka's own partitioner would put the key is looked first, and elsewhere
     * only when there is nothing.
     */
    public List<ConsumerRecord<byte[], byte[]>> ofKey(String topic, String key) {
        byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
        List<Span> spans = access.all(topic);
        if (spans.isEmpty()) {
            return List.of();
        }
        int likely = Utils.toPositive(Utils.murmur2(wanted)) % spans.size();
        List<ConsumerRecord<byte[], byte[]>> found = ofKey(wanted, spans.subList(likely, likely + 1));
        return found.isEmpty() ? ofKey(wanted, spans) : found;
    }

    private List<ConsumerRecord<byte[], byte[]>> ofKey(byte[] key, List<Span> spans) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        spans.forEach(span -> forEach(span, record -> {
            if (Arrays.equals(record.key(), key) && record.value() != null) {
                found.add(record);
            }
        }));
        return found;
    }

    /** Reads a whole span. */
    public void forEach(Span span, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        try (SpanReader reader = access.read(span)) {
            for (List<ConsumerRecord<byte[], byte[]>> batch = reader.next(); !batch.isEmpty(); batch = reader.next()) {
                batch.forEach(each);
            }
        }
    }
}
