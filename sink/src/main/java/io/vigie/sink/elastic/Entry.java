package io.vigie.sink.elastic;

import io.vigie.events.Alert;
import io.vigie.events.DeadLetter;
import io.vigie.events.kafka.EventSerde;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * One record on its way through the sink. Its verdict is set by the writing thread and may be read by the consuming one.
 */
final class Entry {

    private static final String STAGE = "sink.elastic";
    private static final EventSerde<Alert> ALERTS = EventSerde.of(Alert.class);

    private final ConsumerRecord<byte[], byte[]> consumed;
    private final @Nullable Alert alert;
    private volatile @Nullable Verdict verdict;

    private Entry(ConsumerRecord<byte[], byte[]> consumed, @Nullable Alert alert, @Nullable Verdict verdict) {
        this.consumed = consumed;
        this.alert = alert;
        this.verdict = verdict;
    }

    /** Reads the alert; a record that holds none is rejected at once. */
    static Entry of(ConsumerRecord<byte[], byte[]> consumed) {
        try {
            Alert alert = ALERTS.deserialize(consumed.topic(), consumed.value());
            return alert == null
                    ? new Entry(consumed, null, new Verdict.Rejected("tombstone", "an alert is retracted, not deleted"))
                    : new Entry(consumed, alert, null);
        } catch (SerializationException e) {
            return new Entry(
                    consumed, null, new Verdict.Rejected(e.getClass().getName(), String.valueOf(e.getMessage())));
        }
    }

    /** Takes a record as it is; one without a value is rejected at once. */
    static Entry event(ConsumerRecord<byte[], byte[]> consumed) {
        return new Entry(
                consumed,
                null,
                consumed.value() == null ? new Verdict.Rejected("tombstone", "events are never deleted") : null);
    }

    TopicPartition partition() {
        return new TopicPartition(consumed.topic(), consumed.partition());
    }

    long offset() {
        return consumed.offset();
    }

    ConsumerRecord<byte[], byte[]> consumed() {
        return consumed;
    }

    /** Size of the record's value in bytes. */
    long size() {
        return Math.max(0, consumed.serializedValueSize());
    }

    /** The alert of an entry that is still open. */
    Alert openAlert() {
        if (alert == null) {
            throw new IllegalStateException("a record without alert is rejected from the start");
        }
        return alert;
    }

    /** Absent while nothing final is known. */
    @Nullable
    Verdict verdict() {
        return verdict;
    }

    boolean isOpen() {
        return verdict == null;
    }

    void decide(Verdict last) {
        if (!last.isFinal()) {
            throw new IllegalArgumentException("not a final verdict: " + last);
        }
        verdict = last;
    }

    /** Why the record was rejected. */
    DeadLetter letter(Verdict.Rejected rejected) {
        return new DeadLetter(
                consumed.topic(), consumed.partition(), consumed.offset(), STAGE, rejected.cause(), rejected.message());
    }
}
