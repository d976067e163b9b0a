package io.vigie.ingest.publish;

import io.vigie.events.SourceDefinition;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import io.vigie.events.json.MalformedEventException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@code vigie.sources} say what {@code sources.yaml} says: new and changed sources are put, those that are gone
 * get a tombstone, those that are the same are left alone.
 */
public final class SourcePublisher {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> kafka;
    private final Topics topics;
    private final JsonCodec<SourceDefinition> codec = JsonCodec.of(SourceDefinition.class);

    /** Does no I/O. */
    public SourcePublisher(Map<String, Object> kafka, Topics topics) {
        this.kafka = Map.copyOf(kafka);
        this.topics = topics;
    }

    /**
     * What was done.
     *
     * @param put sources that are new or changed
     * @param removed sources that are gone
     * @param same sources that were left alone
     */
    public record Result(int put, int removed, int same) {}

    /**
     * Publishes the whole list; returns when Kafka has it.
     *
     * @throws KafkaException when Kafka cannot be reached
     */
    public Result publish(List<SourceDefinition> sources) {
        Map<String, @Nullable SourceDefinition> before = published();
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        int put = 0;
        for (SourceDefinition source : sources) {
            boolean known = before.containsKey(source.id());
            SourceDefinition old = before.remove(source.id());
            if (!known || !source.equals(old)) {
                records.add(new ProducerRecord<>(topics.sources(), source.id(), codec.encode(source)));
                put++;
            }
        }
        before.keySet().forEach(id -> records.add(new ProducerRecord<>(topics.sources(), id, null)));
        send(records);
        return new Result(put, before.size(), sources.size() - put);
    }

    /** By id; absent value when what stands there cannot be read. */
    private Map<String, @Nullable SourceDefinition> published() {
        Map<String, @Nullable SourceDefinition> known = new HashMap<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(Clients.reader(kafka))) {
            List<TopicPartition> partitions = consumer.partitionsFor(topics.sources()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(POLL).forEach(record -> {
                    if (record.value() == null) {
                        known.remove(record.key());
                    } else {
                        known.put(record.key(), decoded(record.value()));
                    }
                });
            }
        }
        return known;
    }

    private @Nullable SourceDefinition decoded(byte[] value) {
        try {
            return codec.decode(value);
        } catch (MalformedEventException e) {
            return null; // will be put again
        }
    }

    private void send(List<ProducerRecord<String, byte[]>> records) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(Clients.producer(kafka))) {
            List<Future<?>> acknowledged = new ArrayList<>();
            records.forEach(record -> acknowledged.add(producer.send(record)));
            for (Future<?> one : acknowledged) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("sources not published", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while publishing sources", e);
        }
    }
}
