package io.vigie.ingest.fetch;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Time that one request may still spend on the network, over all its redirects. Waiting for one's turn at a host is
 * counted apart, so that politeness never looks like slowness.
 */
final class Allowance {

    private final LongSupplier nanoTime;
    private final long start;
    private final long total;
    private long waited;

    Allowance(Duration total, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.total = total.toNanos();
    }

    /** Time on the network so far. */
    Duration spent() {
        return Duration.ofNanos(nanoTime.getAsLong() - start - waited);
    }

    /**
     * What is left.
     *
     * @throws FetchException {@link FetchFailure#DEADLINE} when nothing is
     */
    Duration left() throws FetchException {
        long left = total - (nanoTime.getAsLong() - start - waited);
        if (left <= TimeUnit.MILLISECONDS.toNanos(1)) {
            throw new FetchException(
                    FetchFailure.DEADLINE,
                    "not done after " + Duration.ofNanos(total).toMillis() + " ms");
        }
        return Duration.ofNanos(left);
    }

    /** Does not count the time since {@code sinceNanos}. */
    void waitedSince(long sinceNanos) {
        waited += nanoTime.getAsLong() - sinceNanos;
    }

    long now() {
        return nanoTime.getAsLong();
    }

    /** What may still be waited for politeness, in all: as long as the whole request may take. */
    Duration patience() {
        return Duration.ofNanos(Math.max(0, total - waited));
    }
}
