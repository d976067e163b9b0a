package io.vigie.audit.topic;

import io.vigie.events.json.JsonCodec;
import io.vigie.events.json.MalformedEventException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads one record. */
public final class Records {

    private Records() {}

    /** The event in it; empty for a tombstone, and for what is no such event: the processor refuses that too. */
    public static <T> Optional<T> decode(JsonCodec<T> codec, ConsumerRecord<byte[], byte[]> record) {
        try {
            return record.value() == null ? Optional.empty() : Optional.of(codec.decode(record.value()));
        } catch (MalformedEventException e) {
            return Optional.empty();
        }
    }

    /** Its key as text; empty when it has none. */
    public static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }
}
