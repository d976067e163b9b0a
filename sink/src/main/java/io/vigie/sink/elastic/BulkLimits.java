package io.vigie.sink.elastic;

import java.time.Duration;

/**
 * When a bulk is sent: at whichever limit is met first.
 *
 * @param alerts most alerts in one bulk, at least 1
 * @param bytes most bytes of record values in one bulk, at least 1; a larger record goes alone
 * @param linger longest wait of an alert for others to join it, zero or more
 */
public record BulkLimits(int alerts, long bytes, Duration linger) {

    /** 1,000 alerts, 5 MiB, 100 ms. */
    public static final BulkLimits STANDARD = new BulkLimits(1_000, 5L << 20, Duration.ofMillis(100));

    public BulkLimits {
        if (alerts < 1 || bytes < 1 || linger.isNegative()) {
            throw new IllegalArgumentException("bulk limits must be at least 1 alert, 1 byte and 0 ms");
        }
    }
}
