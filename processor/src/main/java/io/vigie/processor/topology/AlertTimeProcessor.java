package io.vigie.processor.topology;

import io.vigie.events.Alert;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** What an alert adds to coverage, in the hour of its event time. */
final class AlertTimeProcessor extends ContextualFixedKeyProcessor<String, Alert, List<CoverageCount>> {

    @Override
    public void process(FixedKeyRecord<String, Alert> record) {
        context().forward(record.withValue(TogetherFlow.counts(record.value(), record.timestamp())));
    }
}
