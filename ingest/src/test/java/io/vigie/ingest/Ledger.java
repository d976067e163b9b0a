package io.vigie.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.events.PressItem;
import io.vigie.events.TopicSpec;
import io.vigie.events.Topics;
import io.vigie.events.WatchEntry;
import io.vigie.events.json.JsonCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** What stands on the topics, as a reader of committed records sees it. */
final class Ledger {

    private final Map<String, Object> kafka;
    private final Topics topics;

    Ledger(Map<String, Object> kafka, Topics topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    void makeTopics() {
        makeTopics(topics.all());
    }

    /** The same, one topic of which refuses records that are larger. */
    void makeTopicsWithLimit(String topic, int bytes) {
        makeTopics(topics.all().stream()
                .map(spec -> spec.name().equals(topic)
                        ? new TopicSpec(
                                spec.name(), spec.partitions(), Map.of("max.message.bytes", Integer.toString(bytes)))
                        : spec)
                .toList());
    }

    private void makeTopics(List<TopicSpec> specs) {
        try (Admin admin = Admin.create(kafka)) {
            admin.createTopics(specs.stream().map(Ledger::topic).toList()).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("no topics", e);
        }
    }

    /** In the order of their writing. */
    List<PressItem> items() {
        JsonCodec<PressItem> codec = JsonCodec.of(PressItem.class);
        return read(topics.pressItems()).stream()
                .sorted(Comparator.comparingLong(ConsumerRecord::timestamp))
                .map(record -> codec.decode(record.value()))
                .toList();
    }

    List<WatchEntry> entries() {
        JsonCodec<WatchEntry> codec = JsonCodec.of(WatchEntry.class);
        return read(topics.watchLedger()).stream()
                .map(record -> codec.decode(record.value()))
                .toList();
    }

    /** How many records stand on the topics that a visit writes: items, snapshots, what is remembered, the ledger. */
    List<Integer> sizes() {
        return Stream.of(topics.pressItems(), topics.pageSnapshots(), topics.fetchState(), topics.watchLedger())
                .map(topic -> read(topic).size())
                .toList();
    }

    List<ConsumerRecord<String, byte[]>> deadLetters() {
        return read(topics.deadLetters());
    }

    /** Keys under which something is remembered. */
    Set<String> remembered() {
        Set<String> keys = new HashSet<>();
        read(topics.fetchState()).forEach(record -> {
            if (record.value() == null) {
                keys.remove(record.key());
            } else {
                keys.add(record.key());
            }
        });
        return keys;
    }

    String snapshot(@Nullable String sha256) {
        byte[] packed = read(topics.pageSnapshots()).stream()
                .filter(record -> record.key().equals(sha256))
                .findFirst()
                .orElseThrow()
                .value();
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(gzip.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ConsumerRecord<String, byte[]>> read(String topic) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    private static NewTopic topic(TopicSpec spec) {
        return new NewTopic(spec.name(), spec.partitions(), (short) 1).configs(spec.config());
    }
}
