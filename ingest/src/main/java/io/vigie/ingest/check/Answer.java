package io.vigie.ingest.check;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** What a check answers: a record that prints as one JSON object. */
public interface Answer {

    /** Whether the answer is that there is none. Not named as a getter, so that it is not printed. */
    default boolean failed() {
        return false;
    }

    /** ISO-8601 in the zone that was stated, seconds always there, for example {@code 2026-03-02T09:00:00+01:00}. */
    static @Nullable String iso(@Nullable OffsetDateTime date) {
        return date == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date);
    }

    static String message(IOException e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }
}
