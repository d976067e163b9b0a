package io.vigie.audit.erase;

import io.vigie.audit.topic.RecordFinder;
import io.vigie.audit.topic.Records;
import io.vigie.audit.topic.TopicAccess;
import io.vigie.events.Erasure;
import io.vigie.events.PressItem;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Erases one item, with all its revisions and the pages that they were read from. */
public final class PageErasure {

    private final TopicAccess access;
    private final Topics topics;
    private final Map<String, String> kafka;
    private final Clock clock;
    private final JsonCodec<PressItem> items = JsonCodec.of(PressItem.class);

    /**
     * Does no I/O.
     *
     * @param kafka client settings
     */
    public PageErasure(TopicAccess access, Topics topics, Map<String, String> kafka, Clock clock) {
        this.access = access;
        this.topics = topics;
        this.kafka = Map.copyOf(kafka);
        this.clock = clock;
    }

    /** The id of the item that has an address, looked for from end to end of its topic; empty when none has it. */
    public Optional<String> idOf(URI address) {
        RecordFinder records = new RecordFinder(access);
        Set<String> found = new TreeSet<>();
        access.all(topics.pressItems())
                .forEach(span -> records.forEach(
                        span,
                        record -> Records.decode(items, record)
                                .filter(item -> item.uri().equals(address))
                                .ifPresent(item -> found.add(item.id()))));
        return found.stream().findFirst();
    }

    /**
     * Writes tombstones and the erasure in one transaction: all of them stand, or none. Erasing an item again writes them
     * again, which does no harm.
     *
     * @param by who has it done
     * @param reason why
     * @throws IllegalArgumentException when no item has that id
     */
    public Erasure erase(String itemId, String by, String reason) {
        List<ConsumerRecord<byte[], byte[]>> revisions = new RecordFinder(access).ofKey(topics.pressItems(), itemId);
        if (revisions.isEmpty()) {
            throw new IllegalArgumentException("no item " + itemId + " on " + topics.pressItems());
        }
        List<ProducerRecord<String, byte[]>> tombstones = tombstones(itemId, pages(revisions));
        Map<String, Integer> counts = new TreeMap<>();
        tombstones.forEach(tombstone -> counts.merge(tombstone.topic(), 1, Integer::sum));
        Erasure erasure = new Erasure(itemId, by, reason, clock.instant(), counts);
        write(erasure, tombstones);
        return erasure;
    }

    private Set<String> pages(List<ConsumerRecord<byte[], byte[]>> revisions) {
        Set<String> pages = new TreeSet<>();
        revisions.forEach(
                record -> Records.decode(items, record).map(PressItem::snapshot).ifPresent(pages::add));
        return pages;
    }

    private List<ProducerRecord<String, byte[]>> tombstones(String itemId, Set<String> pages) {
        List<ProducerRecord<String, byte[]>> tombstones = new ArrayList<>();
        pages.forEach(sha256 -> tombstones.add(new ProducerRecord<>(topics.pageSnapshots(), sha256, null)));
        for (String topic : List.of(topics.pressItems(), topics.classifiedItems(), topics.alerts())) {
            tombstones.add(new ProducerRecord<>(topic, itemId, null));
        }
        return tombstones;
    }

    private void write(Erasure erasure, List<ProducerRecord<String, byte[]>> tombstones) {
        Map<String, Object> settings = new TreeMap<>(kafka);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topics.prefix() + "erasure-" + erasure.itemId());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            tombstones.forEach(producer::send);
            producer.send(new ProducerRecord<>(
                    topics.erasures(),
                    erasure.itemId(),
                    JsonCodec.of(Erasure.class).encode(erasure)));
            producer.commitTransaction();
        }
    }
}
