package io.vigie.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person at the desk says of an alert: a value of {@code vigie.triage}, key = alert id. The newest one counts;
 * all are kept, because they are the labelled examples with which rules are weighed.
 *
 * @param alertId the alert
 * @param revision that was read
 * @param verdict what was decided
 * @param note plain text for colleagues, {@value #LONGEST_NOTE} UTF-16 units at most; absent when none was written
 * @param who as the person signs, {@value #LONGEST_NAME} UTF-16 units at most; not authenticated
 * @param at when it was decided
 */
public record Triage(
        String alertId,
        int revision,
        Verdict verdict,
        @Nullable String note,
        String who,
        Instant at) {

    /** What can be said. */
    public enum Verdict {
        /** Read; nothing decided. */
        @JsonProperty("seen")
        SEEN,
        /** It has the themes that it claims. */
        @JsonProperty("relevant")
        RELEVANT,
        /** It should not have been raised. */
        @JsonProperty("not-relevant")
        NOT_RELEVANT
    }

    public static final int LONGEST_NOTE = 2_000;
    public static final int LONGEST_NAME = 100;

    public Triage {
        Objects.requireNonNull(alertId, "alertId");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(at, "at");
        if (who == null || who.isBlank() || who.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("who must be a name of 1 to " + LONGEST_NAME + " characters");
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("note must have " + LONGEST_NOTE + " characters at most");
        }
    }
}
