package io.vigie.processor.topology;

import io.vigie.events.PressItem;
import io.vigie.processor.time.EventTime;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/** Event time of press items; the record's own timestamp of anything else. */
final class EventTimeExtractor implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return record.value() instanceof PressItem item
                ? EventTime.of(item, Instant.ofEpochMilli(record.timestamp())).toEpochMilli()
                : record.timestamp();
    }
}
