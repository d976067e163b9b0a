package io.vigie.ingest.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.PressItem;
import io.vigie.events.WatchEntry;
import java.util.Locale;

/**
 * The counters of ingest. Of pages, {@code accepted = published + unchanged + failed}; of entries that discovery finds,
 * what is not taken is under {@code vigie.ingest.drops}.
 */
public final class IngestMeters {

    private final MeterRegistry registry;

    public IngestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** {@code vigie.ingest.fetches}, by purpose, outcome and reason ({@code none} on success). */
    void fetched(WatchEntry entry) {
        registry.counter(
                        "vigie.ingest.fetches",
                        "purpose",
                        entry.purpose().name().toLowerCase(Locale.ROOT),
                        "outcome",
                        entry.outcome(),
                        "reason",
                        entry.reason() == null ? "none" : entry.reason())
                .increment();
    }

    /** {@code vigie.ingest.pages.accepted}: visits that were begun and ended. */
    void accepted() {
        registry.counter("vigie.ingest.pages.accepted").increment();
    }

    /** {@code vigie.ingest.pages}, {@code result=published}; and {@code vigie.ingest.items} by status. */
    void published(PressItem item) {
        registry.counter("vigie.ingest.pages", "result", "published").increment();
        registry.counter("vigie.ingest.items", "status", item.pubStatus().name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** {@code vigie.ingest.pages}, {@code result=unchanged}. */
    void unchanged() {
        registry.counter("vigie.ingest.pages", "result", "unchanged").increment();
    }

    /** {@code vigie.ingest.pages}, {@code result=failed}. */
    void failed() {
        registry.counter("vigie.ingest.pages", "result", "failed").increment();
    }

    /** {@code vigie.ingest.suspects}: looks at a source that has listed nothing new for suspiciously long. */
    void suspect() {
        registry.counter("vigie.ingest.suspects").increment();
    }

    /** {@code vigie.ingest.drops} by reason. */
    void dropped(String reason, int count) {
        if (count > 0) {
            registry.counter("vigie.ingest.drops", "reason", reason).increment(count);
        }
    }
}
