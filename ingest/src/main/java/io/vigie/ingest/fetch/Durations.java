package io.vigie.ingest.fetch;

import java.time.Duration;

/** Limits are durations of which the shorter holds, pauses ones of which the longer does. */
final class Durations {

    private Durations() {}

    static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
