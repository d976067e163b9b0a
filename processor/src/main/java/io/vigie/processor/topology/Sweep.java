package io.vigie.processor.topology;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all entries of a store, a few with each record, so that no record waits for a look at a million. Knows only in
 * memory how far it came: after a restart it begins again when it is told to.
 */
final class Sweep<K, V> {

    /** Entries in one step: a day's records get through a month's entries. */
    private static final int STEP = 256;

    /** What becomes of an entry. */
    interface Broom<K, V> {

        /** The same value to leave it, another to replace it, {@code null} to remove it. */
        @Nullable
        V sweep(K key, V value);
    }

    private final KeyValueStore<K, V> store;
    private boolean underWay;
    private @Nullable K next;

    /** At rest until {@link #begin()}. */
    Sweep(KeyValueStore<K, V> store) {
        this.store = store;
    }

    /** From the first entry on, also when it is under way. */
    void begin() {
        underWay = true;
        next = null;
    }

    /** One step; nothing when all entries were looked at. */
    void advance(Broom<K, V> broom) {
        if (!underWay) {
            return;
        }
        List<KeyValue<K, V>> step = new ArrayList<>(STEP);
        try (KeyValueIterator<K, V> rest = store.range(next, null)) {
            while (rest.hasNext() && step.size() < STEP) {
                step.add(rest.next());
            }
            underWay = rest.hasNext();
            next = underWay ? rest.peekNextKey() : null;
        }
        for (KeyValue<K, V> entry : step) {
            V left = broom.sweep(entry.key, entry.value);
            if (left != entry.value) {
                store.put(entry.key, left);
            }
        }
    }
}
