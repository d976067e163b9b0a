package io.vigie.cli;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Whether what went into a pipeline in this process came out of it, by the stages' own counters: items published =
 * classified + duplicate + dead, alerts raised = alerts settled.
 *
 * @param meters that all stages count in
 */
record Throughput(MeterRegistry meters) {

    /** Press items that ingest published, withdrawals included. */
    long itemsPublished() {
        return sum("vigie.ingest.items");
    }

    /** Whether every item that was published is judged, and every alert that it raised is searchable or accounted for. */
    boolean isThrough() {
        return itemsPublished() <= judged() && sum("vigie.processor.alerts") <= sum("vigie.sink.settled");
    }

    /** An item that waits for its story is on its way. */
    private long judged() {
        double duplicates = meters.find("vigie.processor.items").tag("novelty", "duplicate").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
        return Math.round(duplicates) + sum("vigie.processor.classified") + sum("vigie.processor.dead");
    }

    private long sum(String name) {
        return Math.round(meters.find(name).counters().stream()
                .mapToDouble(Counter::count)
                .sum());
    }
}
