package io.vigie.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the delivery ledger: a value of {@code vigie.delivery-ledger}, key = channel id. An attempt is written
 * down before it is made, and its outcome when it is known; what has an attempt and no outcome may or may not have
 * arrived.
 *
 * @param id of the message, the same for its repeat: receivers can drop what they have
 * @param channel id of the channel
 * @param kind of message; absent for an alert that no message was made for
 * @param notices {@link Notice#key()} of each alert or surge that the message carries
 * @param stories of those alerts
 * @param state what came of it
 * @param attempt 1 for the first, 2 for the only repeat, 0 when none was made
 * @param status HTTP or SMTP status; absent when there was no answer
 * @param reason one line for people, without secrets; absent when all is well
 * @param at when this was known
 * @param tookMillis from the attempt to its outcome, 0 when not applicable
 * @param pausedUntil when a channel that failed again and again is tried next; absent while its circuit is closed
 */
public record Delivery(
        String id,
        String channel,
        @Nullable Kind kind,
        List<String> notices,
        List<String> stories,
        State state,
        int attempt,
        @Nullable Integer status,
        @Nullable String reason,
        Instant at,
        long tookMillis,
        @Nullable Instant pausedUntil) {

    /** What a message is. */
    public enum Kind {
        /** One alert, with the reports of the same story that were known with it. */
        @JsonProperty("alert")
        ALERT,
        /** Later reports of a story that was told. */
        @JsonProperty("update")
        UPDATE,
        /** An alert that was told is withdrawn. */
        @JsonProperty("retraction")
        RETRACTION,
        /** Coverage of a theme left its baseline, or is back. */
        @JsonProperty("surge")
        SURGE,
        /** Many alerts in one message. */
        @JsonProperty("digest")
        DIGEST
    }

    /** What came of it. */
    public enum State {
        /** About to be sent. */
        @JsonProperty("attempted")
        ATTEMPTED(false),
        /** The receiver said yes. */
        @JsonProperty("delivered")
        DELIVERED(true),
        /** The receiver was not reached, or said not now; its alerts wait. */
        @JsonProperty("deferred")
        DEFERRED(false),
        /** No clear answer; it is repeated once. */
        @JsonProperty("doubtful")
        DOUBTFUL(false),
        /** No clear answer to the repeat either; it is not sent a third time. */
        @JsonProperty("unconfirmed")
        UNCONFIRMED(true),
        /** The receiver will never take this message. */
        @JsonProperty("refused")
        REFUSED(true),
        /** Nobody needs to be told, for example of a retraction of what was never told. */
        @JsonProperty("suppressed")
        SUPPRESSED(true),
        /** It waited too long for a receiver that is not there. */
        @JsonProperty("expired")
        EXPIRED(true);

        private final boolean last;

        State(boolean last) {
            this.last = last;
        }

        /** Whether nothing more happens to the alerts of the line. */
        public boolean isFinal() {
            return last;
        }
    }

    public Delivery {
        notices = List.copyOf(notices);
        stories = List.copyOf(stories);
    }
}
