package io.vigie.audit.asof;

import io.vigie.audit.topic.ErasedItems;
import io.vigie.audit.topic.RecordFinder;
import io.vigie.audit.topic.Records;
import io.vigie.audit.topic.Span;
import io.vigie.audit.topic.TopicAccess;
import io.vigie.events.Alert;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of a past moment: of each the newest revision that had been raised by then, as it was raised.
 *
 * <p>An alert was known when it was raised ({@link #raisedAt}), whatever date its publisher gave it; the index had it
 * about a second later. Each partition of the topic is read twice, so that only one offset an alert is held in memory. Erased
 * items are not shown as of any moment.
 */
public final class AlertsAsOf {

    private final TopicAccess access;
    private final Topics topics;
    private final JsonCodec<Alert> codec = JsonCodec.of(Alert.class);

    /** Does no I/O. */
    public AlertsAsOf(TopicAccess access, Topics topics) {
        this.access = access;
        this.topics = topics;
    }

    /** Where the revision that counts stands. */
    private record Place(int revision, long offset) {}

    /**
     * Hears every alert of that moment, partition after partition, in the order in which they were raised.
     *
     * @param moment those raised at it are known
     */
    public void forEach(Instant moment, Consumer<Alert> each) {
        RecordFinder records = new RecordFinder(access);
        ErasedItems erased = ErasedItems.read(access, topics);
        for (Span span : access.all(topics.alerts())) {
            Map<String, Place> newest = new HashMap<>();
            records.forEach(
                    span,
                    record -> known(record, moment)
                            .filter(alert -> !erased.ids().contains(alert.itemId()))
                            .ifPresent(alert -> newest.merge(
                                    alert.alertId(),
                                    new Place(alert.revision(), record.offset()),
                                    (one, other) -> other.revision() >= one.revision() ? other : one)));
            records.forEach(
                    span,
                    record -> known(record, moment)
                            .filter(alert -> isAt(newest.get(alert.alertId()), record.offset()))
                            .ifPresent(each));
        }
    }

    private static boolean isAt(@Nullable Place place, long offset) {
        return place != null && place.offset() == offset;
    }

    private Optional<Alert> known(ConsumerRecord<byte[], byte[]> record, Instant moment) {
        return Records.decode(codec, record).filter(alert -> !raisedAt(alert).isAfter(moment));
    }

    /** When an alert was raised: when its item was classified; when its page was read, where it does not say. */
    public static Instant raisedAt(Alert alert) {
        Long classified = alert.latencyMs().get("classified");
        return classified == null
                ? alert.detectedAt()
                : Alert.latencyStart(alert.datePublished(), alert.detectedAt()).plusMillis(classified);
    }
}
