package io.vigie.processor.topology;

import io.vigie.events.kafka.EventSerde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * Where events leave the topology. Inside it the timestamp of a record is event time; on a topic that others read it is the
 * time of writing. Retention and seeking by time go by it: what is said today of a page of ten years ago must neither be
 * deleted as ten years old nor stand before what was said yesterday. Event time stays in the event.
 */
final class Outputs {

    private Outputs() {}

    /** Writes events to their topic, by their keys, under the operator names {@code name-written} and {@code name}. */
    static <V> void write(KStream<String, V> events, Class<V> type, String topic, String name) {
        events.processValues(WritingTime<V>::new, Named.as(name + "-written"))
                .to(topic, Produced.with(Serdes.String(), EventSerde.of(type)).withName(name));
    }

    private static final class WritingTime<V> extends ContextualFixedKeyProcessor<String, V, V> {

        @Override
        public void process(FixedKeyRecord<String, V> record) {
            context().forward(record.withTimestamp(context().currentSystemTimeMs()));
        }
    }
}
