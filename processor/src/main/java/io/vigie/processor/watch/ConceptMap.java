package io.vigie.processor.watch;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Values by concept number: open addressing, no boxes. One is filled for every item, a few hundred entries among the tens of
 * thousands of concepts that a large rule set has.
 */
final class ConceptMap<V> {

    private static final int EMPTY = -1;

    private int[] keys = new int[256];
    private @Nullable Object[] values = new Object[256];
    private int size;

    ConceptMap() {
        Arrays.fill(keys, EMPTY);
    }

    @Nullable
    @SuppressWarnings("unchecked") // Only put() writes.
    V get(int concept) {
        return (V) values[slot(concept)];
    }

    void put(int concept, V value) {
        int slot = slot(concept);
        values[slot] = value;
        if (keys[slot] == EMPTY) {
            keys[slot] = concept;
            if (2 * ++size > keys.length) {
                grow();
            }
        }
    }

    int[] keys() {
        return Arrays.stream(keys).filter(key -> key != EMPTY).toArray();
    }

    private int slot(int concept) {
        int mask = keys.length - 1;
        int slot = (concept * 0x9E3779B9 >>> 16) & mask;
        while (keys[slot] != EMPTY && keys[slot] != concept) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int[] oldKeys = keys;
        @Nullable Object[] oldValues = values;
        keys = new int[2 * oldKeys.length];
        values = new Object[2 * oldKeys.length];
        Arrays.fill(keys, EMPTY);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
