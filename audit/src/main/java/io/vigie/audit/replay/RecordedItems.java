package io.vigie.audit.replay;

import io.vigie.audit.topic.Span;
import io.vigie.audit.topic.TopicAccess;
import io.vigie.events.Alert;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.PressItem;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import io.vigie.events.json.MalformedEventException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Items of one partition, each with what production wrote about it. */
final class RecordedItems implements AutoCloseable {

    private final JsonCodec<PressItem> items = JsonCodec.of(PressItem.class);
    private final RecordWindow<ClassifiedItem> classified;
    private final RecordWindow<Alert> alerts;

    RecordedItems(TopicAccess access, Topics topics, Span span, @Nullable Instant first) {
        classified = new RecordWindow<>(
                access, topics.classifiedItems(), ClassifiedItem.class, ClassifiedItem::provenance, span, first);
        alerts = new RecordWindow<>(access, topics.alerts(), Alert.class, Alert::provenance, span, first);
    }

    /** The records of a batch, in its order. */
    List<ItemRecord> of(List<ConsumerRecord<byte[], byte[]>> batch, Workers workers) throws InterruptedException {
        long last = batch.get(batch.size() - 1).offset();
        classified.advance(last, workers);
        alerts.advance(last, workers);
        List<Optional<PressItem>> read = workers.map(batch, this::decode);
        List<ItemRecord> records = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            long offset = batch.get(i).offset();
            records.add(new ItemRecord(
                    offset,
                    read.get(i).orElse(null),
                    classified.take(offset),
                    alerts.take(offset),
                    classified.endsBefore(offset)));
        }
        return records;
    }

    private Optional<PressItem> decode(ConsumerRecord<byte[], byte[]> record) {
        try {
            return record.value() == null ? Optional.empty() : Optional.of(items.decode(record.value()));
        } catch (MalformedEventException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        classified.close();
        alerts.close();
    }
}
