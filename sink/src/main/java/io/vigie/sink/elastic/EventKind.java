package io.vigie.sink.elastic;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.Sha256;
import io.vigie.events.Topics;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Events that are documents as they are: where each stands and what names it. */
enum EventKind {
    STORY(IndexLayout.STORIES, Topics::stories, "lastReport", true),
    SURGE(IndexLayout.SURGES, Topics::surges, "start", true),
    LOOK(IndexLayout.WATCH_LEDGER, Topics::watchLedger, "at", false),
    DELIVERY(IndexLayout.DELIVERIES, Topics::deliveryLedger, "at", false);

    /** Index of what is replaced and never grows old. */
    static final String ALL = "all";

    private final IndexLayout layout;

    @SuppressWarnings("ImmutableEnumChecker") // a method reference
    private final Function<Topics, String> topic;

    private final String moment;
    private final boolean replaced;

    /**
     * A kind.
     *
     * @param moment field that becomes {@code @timestamp}
     * @param replaced whether a later record of the same key takes the place of an earlier one; lines of a ledger stay
     */
    EventKind(IndexLayout layout, Function<Topics, String> topic, String moment, boolean replaced) {
        this.layout = layout;
        this.topic = topic;
        this.moment = moment;
        this.replaced = replaced;
    }

    IndexLayout layout() {
        return layout;
    }

    String topic(Topics names) {
        return topic.apply(names);
    }

    /**
     * The moment of an event.
     *
     * @throws IllegalArgumentException when it states none
     */
    Instant moment(ObjectNode event) {
        String text = event.path(moment).asText("");
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("field '" + moment + "' is no moment", e);
        }
    }

    /** Suffix of the index that an event lands in, whenever it is written. */
    String suffix(Instant moment) {
        return replaced ? ALL : YearMonth.from(moment.atOffset(ZoneOffset.UTC)).toString();
    }

    /** The key, or for a line of a ledger the hash of its bytes, so that a replay finds the same document. */
    String id(ConsumerRecord<byte[], byte[]> consumed) {
        return replaced ? new String(consumed.key(), UTF_8) : Sha256.hex(consumed.value());
    }

    /**
     * What decides between two records of one key: when they were produced, in milliseconds, because offsets start
     * anew when a topic is made again. Absent for lines of a ledger, which never differ under one id.
     */
    @Nullable
    Long version(ConsumerRecord<byte[], byte[]> consumed) {
        return replaced ? Math.max(0L, consumed.timestamp()) : null;
    }
}
