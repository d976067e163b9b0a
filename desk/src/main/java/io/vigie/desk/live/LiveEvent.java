package io.vigie.desk.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.sink.elastic.AlertDocument;
import org.jspecify.annotations.Nullable;

/**
 * Something that is pushed, ready to be sent.
 *
 * @param id of an alert; absent for what is not resumed
 * @param alert that it tells of; absent when it is no alert
 * @param frame as it goes over the wire
 */
@SuppressWarnings("ArrayRecordComponent") // passed on and never compared
record LiveEvent(@Nullable String id, @Nullable AlertDocument alert, byte[] frame) {

    /** JSON never holds a line break, so that it is one line of data. */
    static LiveEvent alert(AlertDocument alert, byte[] json) {
        String id = EventId.of(alert).toString();
        return new LiveEvent(id, alert, frame("id: " + id + "\nevent: alert\n", json));
    }

    static LiveEvent of(String event, byte[] json) {
        return new LiveEvent(null, null, frame("event: " + event + "\n", json));
    }

    private static byte[] frame(String head, byte[] json) {
        byte[] before = (head + "data: ").getBytes(UTF_8);
        byte[] frame = new byte[before.length + json.length + 2];
        System.arraycopy(before, 0, frame, 0, before.length);
        System.arraycopy(json, 0, frame, before.length, json.length);
        frame[frame.length - 2] = '\n';
        frame[frame.length - 1] = '\n';
        return frame;
    }
}
