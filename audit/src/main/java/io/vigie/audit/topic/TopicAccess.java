package io.vigie.audit.topic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How an auditor reads a cluster: only what is committed, in no consumer group, without ever making a topic.
 *
 * <p>Without a group there is nothing to commit and nothing to rebalance: production cannot tell that somebody reads.
 */
public final class TopicAccess {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int FETCH_BYTES = 1024 * 1024;

    /** Few, so that what is being judged dies young: with 250 the collector copied it. */
    private static final int AT_ONCE = 50;

    private final Map<String, String> kafka;

    /**
     * Does no I/O.
     *
     * @param kafka client settings: {@code bootstrap.servers}, security
     */
    public TopicAccess(Map<String, String> kafka) {
        this.kafka = Map.copyOf(kafka);
    }

    /** A consumer of its own for every use; to be closed. */
    Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new TreeMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "vigie-audit");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        // What is read has been written: a fetch that waits for more only keeps its consumer from closing.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        settings.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_ONCE);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** How many partitions a topic has; 0 when there is no such topic. */
    public int partitions(String topic) {
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            return partitionsOf(consumer, topic).size();
        }
    }

    /**
     * What two bounds mean now, one span a partition in the order of the partitions. What the topic no longer has is cut
     * off; a topic that does not exist has no spans.
     */
    public List<Span> spans(String topic, Bound from, Bound to) {
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitionsOf(consumer, topic);
            Map<TopicPartition, Long> begin = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            Map<TopicPartition, Long> first = places(consumer, partitions, from, begin, end);
            Map<TopicPartition, Long> last = places(consumer, partitions, to, begin, end);
            List<Span> spans = new ArrayList<>();
            for (TopicPartition partition : partitions) {
                Long start = first.get(partition);
                Long stop = last.get(partition);
                if (start != null && stop != null) {
                    long low = Math.max(start, begin.getOrDefault(partition, 0L));
                    long high = Math.min(stop, end.getOrDefault(partition, 0L));
                    spans.add(new Span(topic, partition.partition(), low, Math.max(low, high)));
                }
            }
            return spans;
        }
    }

    /** All that a topic has now. */
    public List<Span> all(String topic) {
        return spans(topic, new Bound.Earliest(), new Bound.Latest());
    }

    /** Reads a span; to be closed. */
    public SpanReader read(Span span) {
        return new SpanReader(consumer(), span);
    }

    private static Map<TopicPartition, Long> places(
            Consumer<byte[], byte[]> consumer,
            Collection<TopicPartition> partitions,
            Bound bound,
            Map<TopicPartition, Long> begin,
            Map<TopicPartition, Long> end) {
        if (bound instanceof Bound.Earliest) {
            return begin;
        }
        if (bound instanceof Bound.Time time) {
            return atTime(consumer, partitions, time.at(), end);
        }
        if (bound instanceof Bound.Offsets offsets) {
            return partitions.stream()
                    .filter(partition -> offsets.byPartition().containsKey(partition.partition()))
                    .collect(Collectors.toMap(
                            partition -> partition,
                            partition -> offsets.byPartition().getOrDefault(partition.partition(), 0L)));
        }
        return end;
    }

    private static Map<TopicPartition, Long> atTime(
            Consumer<byte[], byte[]> consumer,
            Collection<TopicPartition> partitions,
            Instant time,
            Map<TopicPartition, Long> end) {
        long millis = Math.max(0, time.toEpochMilli());
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> millis)));
        return partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> {
            OffsetAndTimestamp place = found.get(partition);
            return place == null ? end.getOrDefault(partition, 0L) : place.offset();
        }));
    }

    private static List<TopicPartition> partitionsOf(Consumer<byte[], byte[]> consumer, String topic) {
        return consumer.listTopics().getOrDefault(topic, List.of()).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .sorted(java.util.Comparator.comparingInt(TopicPartition::partition))
                .toList();
    }
}
