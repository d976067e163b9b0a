package io.vigie.sink.elastic;

import io.vigie.events.Alert;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Which month's index an alert lives in. */
final class AlertMonth {

    private static final Instant FROM = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2050-01-01T00:00:00Z");

    /** Where odd dates go. */
    static final String UNDATED = "undated";

    private AlertMonth() {}

    /**
     * The month of {@link Alert#filedAt()} in UTC, for example {@code 2025-04}. It depends on nothing else, so that
     * every revision of an alert, and every replay of it, finds the same index.
     *
     * <p>Dates are what strangers claim. Those outside of 2000 to 2049 share one index: without a bound, a page could
     * make us open an index for each month since 1 AD and use up the shards of the cluster.
     */
    static String of(Alert alert) {
        Instant filed = alert.filedAt();
        return filed.isBefore(FROM) || !filed.isBefore(UNTIL)
                ? UNDATED
                : YearMonth.from(filed.atOffset(ZoneOffset.UTC)).toString();
    }
}
