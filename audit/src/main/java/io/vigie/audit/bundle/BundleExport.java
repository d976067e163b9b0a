package io.vigie.audit.bundle;

import io.vigie.audit.topic.Bound;
import io.vigie.audit.topic.ErasedItems;
import io.vigie.audit.topic.PageSnapshot;
import io.vigie.audit.topic.RecordFinder;
import io.vigie.audit.topic.Records;
import io.vigie.audit.topic.RuleSets;
import io.vigie.audit.topic.Span;
import io.vigie.audit.topic.TopicAccess;
import io.vigie.events.Alert;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.Delivery;
import io.vigie.events.PressItem;
import io.vigie.events.Provenance;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Gathers what proves some alerts, and writes it as a bundle. Holds what it gathers in memory: thousands of alerts. */
public final class BundleExport {

    private static final Duration SLACK = Duration.ofHours(1);

    private final TopicAccess access;
    private final Topics topics;
    private final RecordFinder records;
    private final String software;
    private final JsonCodec<Alert> alertCodec = JsonCodec.of(Alert.class);
    private final JsonCodec<ClassifiedItem> classifiedCodec = JsonCodec.of(ClassifiedItem.class);
    private final JsonCodec<Delivery> deliveryCodec = JsonCodec.of(Delivery.class);
    private final JsonCodec<PressItem> itemCodec = JsonCodec.of(PressItem.class);

    /**
     * Does no I/O.
     *
     * @param software version, for the manifest
     */
    public BundleExport(TopicAccess access, Topics topics, String software) {
        this.access = access;
        this.topics = topics;
        this.records = new RecordFinder(access);
        this.software = software;
    }

    /**
     * Writes a bundle.
     *
     * @param folder to be made; must not exist or be empty
     * @return its manifest, with the root that should be noted elsewhere
     * @throws IllegalArgumentException when there is no such alert
     */
    public Manifest write(Selection selection, Path folder) throws IOException {
        Set<String> erased = ErasedItems.read(access, topics).ids();
        List<ConsumerRecord<byte[], byte[]>> alerts = alerts(selection).stream()
                .filter(record -> !erased.contains(Records.key(record)))
                .toList();
        if (alerts.isEmpty()) {
            throw new IllegalArgumentException("no alert on " + topics.alerts() + " for " + selection.words());
        }
        Map<String, Long> last = new HashMap<>();
        alerts.forEach(record -> Records.decode(alertCodec, record)
                .ifPresent(
                        alert -> last.merge(alert.itemId(), alert.provenance().offset(), Math::max)));
        List<ConsumerRecord<byte[], byte[]>> items = select(
                access.all(topics.pressItems()),
                record -> record.offset() <= last.getOrDefault(Records.key(record), -1L));
        List<ConsumerRecord<byte[], byte[]>> classified = select(
                access.all(topics.classifiedItems()),
                record -> last.containsKey(Records.key(record))
                        && Records.decode(classifiedCodec, record)
                                .map(ClassifiedItem::provenance)
                                .map(Provenance::offset)
                                .filter(offset -> offset <= last.getOrDefault(Records.key(record), -1L))
                                .isPresent());
        BundleWriter writer = new BundleWriter(folder);
        writer.lines(BundleFiles.ALERTS, alerts);
        writer.lines(BundleFiles.ITEMS, items);
        writer.lines(BundleFiles.CLASSIFIED, classified);
        writer.lines(BundleFiles.DELIVERIES, deliveries(alerts));
        writer.pages(pages(items));
        writer.ruleSets(ruleSets(alerts, classified));
        return writer.manifest(new Manifest.Head(Manifest.FORMAT, software, selection.words()));
    }

    private List<ConsumerRecord<byte[], byte[]>> alerts(Selection selection) {
        if (selection instanceof Selection.Range range) {
            List<Span> spans = access.spans(topics.alerts(), range.from(), range.to());
            Set<String> ids = new HashSet<>();
            spans.forEach(span -> records.forEach(span, record -> ids.add(Records.key(record))));
            List<Span> before = spans.stream()
                    .map(span -> new Span(span.topic(), span.partition(), oldest(span), span.to()))
                    .toList();
            return select(before, record -> ids.contains(Records.key(record)));
        }
        Set<String> ids = ((Selection.Alerts) selection).ids();
        return select(access.all(topics.alerts()), record -> ids.contains(Records.key(record)));
    }

    private long oldest(Span span) {
        return access.all(span.topic()).stream()
                .filter(all -> all.partition() == span.partition())
                .mapToLong(Span::from)
                .findFirst()
                .orElse(span.from());
    }

    private List<ConsumerRecord<byte[], byte[]>> select(
            List<Span> spans, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        for (Span span : spans) {
            records.forEach(span, record -> {
                if (record.key() != null && record.value() != null && wanted.test(record)) {
                    found.add(record);
                }
            });
        }
        found.sort(BundleRecord.ORDER);
        return found;
    }

    private List<ConsumerRecord<byte[], byte[]>> deliveries(List<ConsumerRecord<byte[], byte[]>> alerts) {
        Set<String> told = new HashSet<>();
        alerts.forEach(record -> Records.decode(alertCodec, record)
                .ifPresent(alert -> told.add(alert.alertId() + "/" + alert.revision())));
        return select(
                access.all(topics.deliveryLedger()),
                record -> Records.decode(deliveryCodec, record)
                        .filter(delivery -> delivery.notices().stream().anyMatch(told::contains))
                        .isPresent());
    }

    /** Snapshots were written in the transaction of their items, so that they stand about where these do. */
    private List<PageSnapshot> pages(List<ConsumerRecord<byte[], byte[]>> items) {
        Set<String> wanted = new TreeSet<>();
        items.forEach(record ->
                Records.decode(itemCodec, record).map(PressItem::snapshot).ifPresent(wanted::add));
        if (wanted.isEmpty()) {
            return List.of();
        }
        long first = items.stream().mapToLong(ConsumerRecord::timestamp).min().orElse(0);
        long last = items.stream().mapToLong(ConsumerRecord::timestamp).max().orElse(0);
        Map<String, PageSnapshot> found = new TreeMap<>();
        for (Span span : access.spans(
                topics.pageSnapshots(),
                new Bound.Time(Instant.ofEpochMilli(first).minus(SLACK)),
                new Bound.Time(Instant.ofEpochMilli(last).plus(SLACK)))) {
            records.forEach(span, record -> {
                if (record.value() != null && wanted.contains(Records.key(record))) {
                    found.putIfAbsent(Records.key(record), PageSnapshot.of(record));
                }
            });
        }
        return List.copyOf(found.values());
    }

    private Map<String, String> ruleSets(
            List<ConsumerRecord<byte[], byte[]>> alerts, List<ConsumerRecord<byte[], byte[]>> classified) {
        RuleSets sets = RuleSets.read(access, topics);
        Set<String> wanted = new TreeSet<>();
        alerts.forEach(
                record -> Records.decode(alertCodec, record).map(Alert::ruleset).ifPresent(wanted::add));
        classified.forEach(record -> Records.decode(classifiedCodec, record)
                .map(item -> item.classification().ruleset())
                .ifPresent(wanted::add));
        Map<String, String> texts = new TreeMap<>();
        wanted.forEach(hash -> sets.find(hash).ifPresent(set -> texts.put(hash, set.yaml())));
        return texts;
    }
}
