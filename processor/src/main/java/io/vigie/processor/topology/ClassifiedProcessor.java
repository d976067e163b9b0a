package io.vigie.processor.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.kafka.CloudEventHeaders;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Counts an item that is through and gives it its CloudEvents attributes. */
final class ClassifiedProcessor extends ContextualFixedKeyProcessor<String, FiledItem, ClassifiedItem> {

    private final MeterRegistry meters;

    ClassifiedProcessor(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void process(FixedKeyRecord<String, FiledItem> record) {
        ClassifiedItem item = record.value().classified();
        new CloudEventHeaders(
                        item.item().id() + "/" + item.revision(),
                        "/vigie/processor",
                        "io.vigie.classified-item.v1",
                        item.classifiedAt())
                .writeTo(record.headers());
        meters.counter("vigie.processor.classified").increment();
        context().forward(record.withValue(item));
    }
}
