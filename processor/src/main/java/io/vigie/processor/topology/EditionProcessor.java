package io.vigie.processor.topology;

import io.vigie.events.Divergence;
import io.vigie.events.kafka.CloudEventHeaders;
import io.vigie.processor.divergence.DivergenceStep;
import io.vigie.processor.divergence.EditionGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Compares the editions of one text; forgets them when they are older than the window of a story. */
final class EditionProcessor extends ContextualProcessor<String, EditionNote, String, Divergence> {

    static final String STORE = "editions";

    private final Duration window;
    private KeyValueStore<String, EditionGroup> editions;
    private long round = Long.MIN_VALUE;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process.
    EditionProcessor(Duration window) {
        this.window = window;
    }

    @Override
    public void init(ProcessorContext<String, Divergence> context) {
        super.init(context);
        editions = context.getStateStore(STORE);
        round = Long.MIN_VALUE;
    }

    @Override
    public void process(Record<String, EditionNote> record) {
        EditionGroup known = Objects.requireNonNullElse(editions.get(record.key()), EditionGroup.EMPTY);
        EditionNote note = record.value();
        if (note.withdrawn()) {
            editions.put(
                    record.key(), DivergenceStep.without(known, note.edition().itemId()));
        } else {
            DivergenceStep.Outcome outcome = DivergenceStep.take(known, note.edition());
            editions.put(record.key(), outcome.group());
            outcome.divergences().forEach(found -> {
                RecordHeaders headers = new RecordHeaders();
                new CloudEventHeaders(found.divergenceId(), "/vigie/processor", "io.vigie.divergence.v1", found.at())
                        .writeTo(headers);
                context().forward(new Record<>(found.divergenceId(), found, record.timestamp(), headers));
            });
        }
        sweep(context().currentStreamTimeMs());
    }

    private void sweep(long streamTime) {
        long now = streamTime / window.toMillis();
        if (now > round) {
            round = now;
            Instant horizon = Instant.ofEpochMilli(streamTime).minus(window);
            try (KeyValueIterator<String, EditionGroup> all = editions.all()) {
                all.forEachRemaining(entry -> {
                    if (entry.value.editions().stream()
                            .allMatch(edition -> edition.at().isBefore(horizon))) {
                        editions.delete(entry.key);
                    }
                });
            }
        }
    }
}
