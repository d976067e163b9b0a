package io.vigie.audit.replay;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What replay says of one alert, or of one theme of an alert. */
public enum Verdict {
    /** Record and replay say the same. */
    @JsonProperty("identical")
    IDENTICAL,
    /** Both alert, and not in the same way: a score, evidence, a theme. */
    @JsonProperty("changed")
    CHANGED,
    /** Replay alerts where the record does not. */
    @JsonProperty("gained")
    GAINED,
    /** The record alerts where replay does not. */
    @JsonProperty("lost")
    LOST,
    /** The rule set of its time is not on the topic: nothing can be proven. */
    @JsonProperty("unproven")
    UNPROVEN,
    /** Production took the item and left no record of it, not even a dead letter. */
    @JsonProperty("missing")
    MISSING
}
