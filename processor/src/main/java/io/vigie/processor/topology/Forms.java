package io.vigie.processor.topology;

import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Serdes and stores of what stays inside the topology. */
final class Forms {

    private Forms() {}

    /** A serde of two functions; what the reader refuses is a {@link SerializationException}. */
    static <T> Serde<T> serde(Function<T, byte[]> writer, Function<byte[], T> reader) {
        return Serdes.serdeFrom((topic, value) -> value == null ? null : writer.apply(value), (topic, bytes) -> {
            try {
                return bytes == null ? null : reader.apply(bytes);
            } catch (IllegalArgumentException e) {
                throw new SerializationException("not the form expected on " + topic, e);
            }
        });
    }

    /** A persistent store with a changelog. */
    static <K, V> StoreBuilder<KeyValueStore<K, V>> store(String name, Serde<K> keys, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), keys, values);
    }
}
