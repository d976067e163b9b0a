package io.vigie.desk.topics;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A topic that is read.
 *
 * @param topic full name
 * @param back how far back reading begins; absent for the beginning of the topic
 * @param reader gets every record, in the order of its partition, on one thread
 */
public record Reading(String topic, @Nullable Duration back, RecordReader reader) {

    /** All that the topic has, and what comes. */
    public static Reading whole(String topic, RecordReader reader) {
        return new Reading(topic, null, reader);
    }

    /** What is younger than that, and what comes. */
    public static Reading since(String topic, Duration back, RecordReader reader) {
        return new Reading(topic, back, reader);
    }
}
