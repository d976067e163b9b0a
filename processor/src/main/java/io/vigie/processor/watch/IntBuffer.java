package io.vigie.processor.watch;

import java.util.Arrays;

/** A growing array of numbers. */
final class IntBuffer {

    private int[] values = new int[8];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    /** Adds those that are not yet there. */
    void addNew(int[] more) {
        for (int value : more) {
            if (!contains(value)) {
                add(value);
            }
        }
    }

    private boolean contains(int value) {
        for (int i = 0; i < size; i++) {
            if (values[i] == value) {
                return true;
            }
        }
        return false;
    }

    int get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }
}
