package io.vigie.processor.topology;

import io.vigie.events.FormulaChange;
import io.vigie.events.kafka.CloudEventHeaders;
import io.vigie.processor.formula.FormulaSighting;
import io.vigie.processor.formula.FormulaState;
import io.vigie.processor.formula.FormulaStep;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Remembers how each outlet put each formula last. A handful of records an outlet: they are kept for ever. */
final class FormulaProcessor extends ContextualProcessor<String, FormulaSighting, String, FormulaChange> {

    static final String STORE = "formula-uses";

    private KeyValueStore<String, FormulaState> uses;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process.
    FormulaProcessor() {}

    @Override
    public void init(ProcessorContext<String, FormulaChange> context) {
        super.init(context);
        uses = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, FormulaSighting> record) {
        FormulaStep.Outcome outcome = FormulaStep.take(uses.get(record.key()), record.value());
        if (outcome.state() != null) {
            uses.put(record.key(), outcome.state());
        }
        outcome.change().ifPresent(change -> {
            RecordHeaders headers = new RecordHeaders();
            new CloudEventHeaders(
                            change.changeId() + "/" + change.after().revision(),
                            "/vigie/processor",
                            "io.vigie.formula-change.v1",
                            change.at())
                    .writeTo(headers);
            context().forward(new Record<>(change.changeId(), change, record.timestamp(), headers));
        });
    }
}
