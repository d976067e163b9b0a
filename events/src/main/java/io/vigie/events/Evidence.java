package io.vigie.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The sentence that proves a theme.
 *
 * @param rule id of the rule that matched in it
 * @param field where it stands
 * @param start offset of its first UTF-16 unit in that field
 * @param end offset behind its last UTF-16 unit; {@code quote.equals(text.substring(start, end))}
 * @param quote the sentence, verbatim
 * @param marks the words of the quote that the rule asks for, in order; empty when they are not known, and then left out
 *     of the JSON
 */
public record Evidence(
        String rule,
        Field field,
        int start,
        int end,
        String quote,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Mark> marks) {

    /** Part of an item that is matched. */
    public enum Field {
        @JsonProperty("headline")
        HEADLINE,
        @JsonProperty("body")
        BODY
    }

    /**
     * Words within a quote.
     *
     * @param start offset of their first UTF-16 unit in the quote
     * @param end offset behind their last UTF-16 unit
     */
    public record Mark(int start, int end) {}

    // Jackson passes null for a list that the JSON leaves out.
    public Evidence {
        marks = marks == null ? List.of() : List.copyOf(marks);
    }

    /** Evidence whose words are not known. */
    public Evidence(String rule, Field field, int start, int end, String quote) {
        this(rule, field, start, end, quote, List.of());
    }
}
