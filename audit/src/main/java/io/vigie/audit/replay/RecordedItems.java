package io.vigie.audit.replay;

import io.vigie.audit.topic.Records;
import io.vigie.audit.topic.Span;
import io.vigie.audit.topic.TopicAccess;
import io.vigie.events.Alert;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.PressItem;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Items of one partition, each with what production wrote about it and, where asked for, the page it was read from. */
final class RecordedItems implements AutoCloseable {

    private final JsonCodec<PressItem> items = JsonCodec.of(PressItem.class);
    private final RecordWindow<ClassifiedItem> classified;
    private final RecordWindow<Alert> alerts;
    private final @Nullable PageWindow pages;

    /**
     * At the beginning of a span.
     *
     * @param first when the first item was written; absent at the beginning of the topic
     * @param pages absent when pages are not asked for
     */
    RecordedItems(TopicAccess access, Topics topics, Span span, @Nullable Instant first, @Nullable PageWindow pages) {
        this.classified = new RecordWindow<>(
                access, topics.classifiedItems(), ClassifiedItem.class, ClassifiedItem::provenance, span, first);
        this.alerts = new RecordWindow<>(access, topics.alerts(), Alert.class, Alert::provenance, span, first);
        this.pages = pages;
    }

    /** The records of a batch, in its order. */
    List<ItemRecord> of(List<ConsumerRecord<byte[], byte[]>> batch, Workers workers) throws InterruptedException {
        long last = batch.get(batch.size() - 1).offset();
        classified.advance(last, workers);
        alerts.advance(last, workers);
        List<Optional<PressItem>> read = workers.map(batch, record -> Records.decode(items, record));
        Map<String, ConsumerRecord<byte[], byte[]>> snapshots = pages == null ? Map.of() : pages(pages, batch, read);
        List<ItemRecord> records = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            if (batch.get(i).value() == null) {
                continue; // an item is withdrawn, not deleted: this one was erased
            }
            long offset = batch.get(i).offset();
            PressItem item = read.get(i).orElse(null);
            String snapshot = item == null ? null : item.snapshot();
            records.add(new ItemRecord(
                    offset,
                    batch.get(i).timestamp(),
                    item,
                    classified.take(offset),
                    alerts.take(offset),
                    snapshot == null ? null : snapshots.get(snapshot),
                    classified.endsBefore(offset)));
        }
        return records;
    }

    private static Map<String, ConsumerRecord<byte[], byte[]>> pages(
            PageWindow pages, List<ConsumerRecord<byte[], byte[]>> batch, List<Optional<PressItem>> read) {
        Set<String> wanted = new HashSet<>();
        read.forEach(item -> item.map(PressItem::snapshot).ifPresent(wanted::add));
        LongSummaryStatistics times =
                batch.stream().mapToLong(ConsumerRecord::timestamp).summaryStatistics();
        return wanted.isEmpty() ? Map.of() : pages.find(wanted, times.getMin(), times.getMax());
    }

    @Override
    public void close() {
        classified.close();
        alerts.close();
        if (pages != null) {
            pages.close();
        }
    }
}
