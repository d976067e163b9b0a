package io.vigie.ingest.discover;

import org.jspecify.annotations.Nullable;

/** The best of several statements of one thing: the lowest rank wins, among equals the first. */
final class Preferred<T> {

    private int rank = Integer.MAX_VALUE;
    private @Nullable T value;

    void offer(int offered, @Nullable T statement) {
        if (statement != null && offered < rank) {
            rank = offered;
            value = statement;
        }
    }

    @Nullable
    T value() {
        return value;
    }
}
