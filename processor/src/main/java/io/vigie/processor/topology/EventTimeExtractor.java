package io.vigie.processor.topology;

import io.vigie.events.PressItem;
import io.vigie.events.StoryNote;
import io.vigie.processor.time.EventTime;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Event time of press items and of story notes, whose records say when they were written; the record's own timestamp of a
 * note that states no time, because records carried event time when notes did not.
 */
final class EventTimeExtractor implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        if (record.value() instanceof PressItem item) {
            return EventTime.of(item, Instant.ofEpochMilli(record.timestamp())).toEpochMilli();
        }
        return record.value() instanceof StoryNote note && note.at() != null
                ? note.at().toEpochMilli()
                : record.timestamp();
    }
}
