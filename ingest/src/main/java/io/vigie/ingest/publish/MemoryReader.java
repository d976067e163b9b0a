package io.vigie.ingest.publish;

import io.vigie.events.FetchState;
import io.vigie.events.PageState;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import io.vigie.events.json.MalformedEventException;
import io.vigie.ingest.watch.SourceMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads back what is remembered of the sources of one partition. */
public final class MemoryReader {

    private static final Logger log = LoggerFactory.getLogger(MemoryReader.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> kafka;
    private final Topics topics;
    private final JsonCodec<FetchState> states = JsonCodec.of(FetchState.class);
    private final JsonCodec<PageState> pages = JsonCodec.of(PageState.class);

    public MemoryReader(Map<String, Object> kafka, Topics topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    /**
     * Everything that is committed, by source id. A record that cannot be read is left out: its page is read again.
     *
     * @throws org.apache.kafka.common.KafkaException when Kafka cannot be read
     */
    public Map<String, SourceMemory> read(int partition) {
        Map<String, FetchState> sources = new HashMap<>();
        Map<String, PageState> known = new LinkedHashMap<>();
        TopicPartition topic = new TopicPartition(topics.fetchState(), partition);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(Clients.reader(kafka))) {
            consumer.assign(List.of(topic));
            consumer.seekToBeginning(List.of(topic));
            long end = consumer.endOffsets(List.of(topic)).getOrDefault(topic, 0L);
            while (consumer.position(topic) < end) {
                consumer.poll(POLL).forEach(record -> put(record, sources, known));
            }
        }
        return memories(sources, known);
    }

    private void put(
            ConsumerRecord<String, byte[]> record, Map<String, FetchState> sources, Map<String, PageState> known) {
        String key = record.key();
        boolean isPage = key.indexOf(' ') >= 0;
        try {
            if (record.value() == null) {
                sources.remove(key);
                known.remove(key);
            } else if (isPage) {
                known.put(key, pages.decode(record.value()));
            } else {
                sources.put(key, states.decode(record.value()));
            }
        } catch (MalformedEventException e) {
            log.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", e.getMessage())
                    .log("malformed state left out");
        }
    }

    private static Map<String, SourceMemory> memories(Map<String, FetchState> sources, Map<String, PageState> known) {
        Map<String, List<PageState>> bySource = new HashMap<>();
        known.values()
                .forEach(page -> bySource.computeIfAbsent(page.sourceId(), id -> new ArrayList<>())
                        .add(page));
        Map<String, SourceMemory> memories = new HashMap<>();
        bySource.forEach((id, pages) ->
                memories.put(id, new SourceMemory(sources.getOrDefault(id, FetchState.initial(id)), pages)));
        sources.forEach((id, state) -> memories.computeIfAbsent(id, key -> new SourceMemory(state, List.of())));
        return memories;
    }
}
