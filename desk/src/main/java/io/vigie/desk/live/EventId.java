package io.vigie.desk.live;

import io.vigie.sink.elastic.AlertDocument;
import java.time.Instant;
import java.util.Optional;

/**
 * Names an event for {@code Last-Event-ID}, for example {@code 1775023200000-4f2a…-1}.
 *
 * @param ingestedMillis when the alert was written to the index, in milliseconds since 1970
 * @param alertId the alert
 * @param revision of it
 */
record EventId(long ingestedMillis, String alertId, int revision) {

    private static final int LONGEST = 300;

    static EventId of(AlertDocument alert) {
        return new EventId(alert.event().ingested().toEpochMilli(), alert.alertId(), alert.revision());
    }

    /** Reads it back; empty when it is not such an id. */
    static Optional<EventId> parse(String word) {
        int first = word.indexOf('-');
        int last = word.lastIndexOf('-');
        if (first < 1 || last <= first || word.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EventId(
                    Long.parseLong(word.substring(0, first)),
                    word.substring(first + 1, last),
                    Integer.parseInt(word.substring(last + 1))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    Instant ingested() {
        return Instant.ofEpochMilli(ingestedMillis);
    }

    @Override
    public String toString() {
        return ingestedMillis + "-" + alertId + "-" + revision;
    }
}
