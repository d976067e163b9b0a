package io.vigie.processor.topology;

import io.vigie.events.ClassifiedItem;
import io.vigie.events.kafka.CloudEventHeaders;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Gives an item that is through its CloudEvents attributes. */
final class ClassifiedProcessor extends ContextualFixedKeyProcessor<String, FiledItem, ClassifiedItem> {

    @Override
    public void process(FixedKeyRecord<String, FiledItem> record) {
        ClassifiedItem item = record.value().classified();
        new CloudEventHeaders(
                        item.item().id() + "/" + item.revision(),
                        "/vigie/processor",
                        "io.vigie.classified-item.v1",
                        item.classifiedAt())
                .writeTo(record.headers());
        context().forward(record.withValue(item));
    }
}
