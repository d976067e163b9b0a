package io.vigie.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** IPTC ninjs {@code pubstatus}, without {@code withheld}, which a public page cannot have. */
public enum PubStatus {
    @JsonProperty("usable")
    USABLE,
    @JsonProperty("canceled")
    CANCELED
}
