package io.vigie.audit.bundle;

import io.vigie.audit.bundle.Pages.Page;
import io.vigie.audit.topic.Bound;
import io.vigie.audit.topic.RecordFinder;
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
import io.vigie.events.json.MalformedEventException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

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
        List<ConsumerRecord<byte[], byte[]>> alerts = alerts(selection);
        if (alerts.isEmpty()) {
            throw new IllegalArgumentException("no alert on " + topics.alerts() + " for " + selection.words());
        }
        Map<String, Long> last = new HashMap<>();
        alerts.forEach(record -> decode(alertCodec, record)
                .ifPresent(
                        alert -> last.merge(alert.itemId(), alert.provenance().offset(), Math::max)));
        List<ConsumerRecord<byte[], byte[]>> items = select(
                access.all(topics.pressItems()), record -> record.offset() <= last.getOrDefault(key(record), -1L));
        List<ConsumerRecord<byte[], byte[]>> classified = select(
                access.all(topics.classifiedItems()),
                record -> last.containsKey(key(record))
                        && decode(classifiedCodec, record)
                                .map(ClassifiedItem::provenance)
                                .map(Provenance::offset)
                                .filter(offset -> offset <= last.getOrDefault(key(record), -1L))
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
            spans.forEach(span -> records.forEach(span, record -> ids.add(key(record))));
            List<Span> before = spans.stream()
                    .map(span -> new Span(span.topic(), span.partition(), oldest(span), span.to()))
                    .toList();
            return select(before, record -> ids.contains(key(record)));
        }
        Set<String> ids = ((Selection.Alerts) selection).ids();
        return select(access.all(topics.alerts()), record -> ids.contains(key(record)));
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
        alerts.forEach(record ->
                decode(alertCodec, record).ifPresent(alert -> told.add(alert.alertId() + "/" + alert.revision())));
        return select(
                access.all(topics.deliveryLedger()),
                record -> decode(deliveryCodec, record)
                        .filter(delivery -> delivery.notices().stream().anyMatch(told::contains))
                        .isPresent());
    }

    /** Snapshots were written in the transaction of their items, so that they stand about where these do. */
    private List<Page> pages(List<ConsumerRecord<byte[], byte[]>> items) {
        Set<String> wanted = new TreeSet<>();
        items.forEach(
                record -> decode(itemCodec, record).map(PressItem::snapshot).ifPresent(wanted::add));
        if (wanted.isEmpty()) {
            return List.of();
        }
        long first = items.stream().mapToLong(ConsumerRecord::timestamp).min().orElse(0);
        long last = items.stream().mapToLong(ConsumerRecord::timestamp).max().orElse(0);
        Map<String, Page> found = new TreeMap<>();
        for (Span span : access.spans(
                topics.pageSnapshots(),
                new Bound.Time(Instant.ofEpochMilli(first).minus(SLACK)),
                new Bound.Time(Instant.ofEpochMilli(last).plus(SLACK)))) {
            records.forEach(span, record -> {
                if (record.value() != null && wanted.contains(key(record))) {
                    found.putIfAbsent(key(record), page(record));
                }
            });
        }
        return List.copyOf(found.values());
    }

    private static Page page(ConsumerRecord<byte[], byte[]> record) {
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(record.value()))) {
            return new Page(
                    key(record),
                    URI.create(header(record, "vigie_uri", "about:blank")),
                    record.headers().lastHeader("content-type") == null ? null : header(record, "content-type", ""),
                    Integer.parseInt(header(record, "vigie_status", "0")),
                    Instant.parse(header(record, "vigie_fetched_at", Instant.EPOCH.toString())),
                    unpacked.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException("page snapshot " + key(record) + " cannot be unpacked", e);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name, String absent) {
        Header header = record.headers().lastHeader(name);
        return header == null ? absent : new String(header.value(), StandardCharsets.UTF_8);
    }

    private Map<String, String> ruleSets(
            List<ConsumerRecord<byte[], byte[]>> alerts, List<ConsumerRecord<byte[], byte[]>> classified) {
        RuleSets sets = RuleSets.read(access, topics);
        Set<String> wanted = new TreeSet<>();
        alerts.forEach(record -> decode(alertCodec, record).map(Alert::ruleset).ifPresent(wanted::add));
        classified.forEach(record -> decode(classifiedCodec, record)
                .map(item -> item.classification().ruleset())
                .ifPresent(wanted::add));
        Map<String, String> texts = new TreeMap<>();
        wanted.forEach(hash -> sets.find(hash).ifPresent(set -> texts.put(hash, set.yaml())));
        return texts;
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        byte @Nullable [] key = record.key();
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }

    private static <T> Optional<T> decode(JsonCodec<T> codec, ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(codec.decode(record.value()));
        } catch (MalformedEventException e) {
            return Optional.empty();
        }
    }
}
