package io.vigie.processor.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.Coverage;
import io.vigie.events.Outlet;
import io.vigie.events.Surge;
import io.vigie.events.kafka.CloudEventHeaders;
import io.vigie.processor.surge.HourlyCounts;
import io.vigie.processor.surge.SurgeStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Counts coverage by the hour and tells of surges. Forwards {@link Coverage} to the child {@link #COUNTED} and {@link Surge}
 * to the child {@link #SURGED}. Surges end with stream time, also when nobody writes any more.
 */
final class CoverageProcessor extends ContextualProcessor<String, CoverageCount, String, Object> {

    static final String STORE = "coverage-hours";
    static final String COUNTED = "coverage-counted";
    static final String SURGED = "surged";

    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final MeterRegistry meters;
    private KeyValueStore<String, HourlyCounts> hours;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process.
    CoverageProcessor(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        hours = context.getStateStore(STORE);
        context.schedule(Duration.ofHours(1), PunctuationType.STREAM_TIME, this::tick);
    }

    @Override
    public void process(Record<String, CoverageCount> record) {
        CoverageCount one = record.value();
        HourlyCounts known = hours.get(record.key());
        if (known != null) {
            known = end(known, one.hour(), record.timestamp());
        }
        SurgeStep.Outcome outcome = SurgeStep.count(known, one.scope(), one.hour());
        hours.put(record.key(), outcome.counts());
        if (outcome.items() == 0) {
            meters.counter("vigie.processor.coverage.late").increment();
            return;
        }
        Outlet outlet = one.scope().outlet();
        if (outlet != null) {
            Instant hour = Instant.ofEpochMilli(one.hour() * HOUR);
            Coverage coverage = new Coverage(one.scope().theme(), outlet, hour, outcome.items());
            context()
                    .forward(
                            new Record<>(
                                    coverage.key(),
                                    coverage,
                                    record.timestamp(),
                                    headers(coverage.key() + "/" + coverage.items(), "coverage", hour)),
                            COUNTED);
        }
        outcome.surge().ifPresent(surge -> tell(surge, record.timestamp()));
    }

    /** The hour of an item shows that a surge ended before it, also when the next tick is still to come. */
    private HourlyCounts end(HourlyCounts known, long hour, long timestamp) {
        SurgeStep.Outcome outcome = SurgeStep.tick(known, hour - 1);
        outcome.surge().ifPresent(surge -> tell(surge, timestamp));
        return outcome.counts();
    }

    private void tick(long streamTime) {
        List<HourlyCounts> ended = new ArrayList<>();
        try (KeyValueIterator<String, HourlyCounts> all = hours.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.ongoing() != null) {
                    ended.add(entry.value);
                }
            });
        }
        for (HourlyCounts counts : ended) {
            HourlyCounts after = end(counts, streamTime / HOUR, streamTime);
            if (after.ongoing() == null) {
                hours.put(counts.scope().key(), after);
            }
        }
    }

    private void tell(Surge surge, long timestamp) {
        meters.counter("vigie.processor.surges", "phase", surge.phase().name().toLowerCase(java.util.Locale.ROOT))
                .increment();
        context()
                .forward(
                        new Record<>(
                                surge.surgeId(),
                                surge,
                                timestamp,
                                headers(
                                        surge.surgeId() + "/" + surge.phase(),
                                        "surge",
                                        Instant.ofEpochMilli(timestamp))),
                        SURGED);
    }

    private static RecordHeaders headers(String id, String type, Instant at) {
        RecordHeaders headers = new RecordHeaders();
        new CloudEventHeaders(id, "/vigie/processor", "io.vigie." + type + ".v1", at).writeTo(headers);
        return headers;
    }
}
