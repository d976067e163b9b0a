package io.vigie.desk.watch;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a stretch of time was for a source. */
public enum SlotState {
    /** Something was published, and we read it. */
    @JsonProperty("published")
    PUBLISHED,
    /** We looked, were answered, and there was nothing new. */
    @JsonProperty("quiet")
    QUIET,
    /** We looked and could not see. */
    @JsonProperty("blind")
    BLIND,
    /** We did not look. */
    @JsonProperty("unwatched")
    UNWATCHED
}
