package io.vigie.events.kafka;

import io.vigie.events.json.JsonCodec;
import io.vigie.events.json.MalformedEventException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Kafka serde of one event type. A {@code null} value stays {@code null} (a tombstone).
 *
 * @param <T> record type
 */
public final class EventSerde<T> implements Serde<T>, Serializer<T>, Deserializer<T> {

    private final JsonCodec<T> codec;

    private EventSerde(JsonCodec<T> codec) {
        this.codec = codec;
    }

    public static <T> EventSerde<T> of(Class<T> type) {
        return new EventSerde<>(JsonCodec.of(type));
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        return value == null ? null : codec.encode(value);
    }

    /**
     * @throws SerializationException when the bytes are not such an event; Kafka's handlers know this type
     */
    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : codec.decode(bytes);
        } catch (MalformedEventException e) {
            throw new SerializationException("malformed event on " + topic + ": " + e.getMessage(), e);
        }
    }

    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, @Nullable T value) {
        return serialize(topic, value);
    }

    @Override
    public @Nullable T deserialize(String topic, Headers headers, byte @Nullable [] bytes) {
        return deserialize(topic, bytes);
    }

    @Override
    public Serializer<T> serializer() {
        return this;
    }

    @Override
    public Deserializer<T> deserializer() {
        return this;
    }

    @Override
    public void configure(java.util.Map<String, ?> configs, boolean isKey) {
        // Nothing to configure: the codec is the same everywhere.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
