package io.vigie.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The sentence that proves a theme.
 *
 * @param rule id of the rule that matched in it
 * @param field where it stands
 * @param start offset of its first UTF-16 unit in that field
 * @param end offset behind its last UTF-16 unit; {@code quote.equals(text.substring(start, end))}
 * @param quote the sentence, verbatim
 */
public record Evidence(String rule, Field field, int start, int end, String quote) {

    /** Part of an item that is matched. */
    public enum Field {
        @JsonProperty("headline")
        HEADLINE,
        @JsonProperty("body")
        BODY
    }
}
