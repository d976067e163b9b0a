package io.vigie.desk.topics;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Takes one record. */
public interface RecordReader {

    /**
     * Must not wait for anything.
     *
     * @throws io.vigie.events.json.MalformedEventException when it is no such event; it is counted and passed over
     */
    void read(ConsumerRecord<@Nullable String, byte @Nullable []> record);
}
