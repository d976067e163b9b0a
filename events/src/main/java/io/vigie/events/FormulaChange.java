package io.vigie.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An outlet used, dropped or altered one of its set phrases: a value of {@code vigie.formula-changes}, key =
 * {@link #changeId()}. Diplomats read such changes as messages.
 *
 * @param changeId {@code outlet/formula/language/item}
 * @param formula id of the phrase in {@code formulas.yaml}, for example {@code status-quo-by-force}
 * @param outlet who publishes
 * @param language BCP 47 of the wording
 * @param kind what happened
 * @param before the last use before the change; absent for the first one
 * @param after the use that is new, or the item that speaks of the same matter without the phrase
 * @param at event time of {@code after}
 */
public record FormulaChange(
        String changeId,
        String formula,
        Outlet outlet,
        String language,
        Kind kind,
        @Nullable Use before,
        Use after,
        Instant at) {

    /** What happened to a phrase. */
    public enum Kind {
        /** The outlet never used it before. */
        @JsonProperty("first")
        FIRST,
        /** The outlet speaks of the matter and leaves it out; told once, until it is used again. */
        @JsonProperty("dropped")
        DROPPED,
        /** The outlet uses other words in it. */
        @JsonProperty("altered")
        ALTERED
    }

    /**
     * Where and how.
     *
     * @param itemId the item
     * @param revision of the item
     * @param url canonical address
     * @param sentence verbatim, with the phrase or, when it was dropped, about its matter
     * @param at event time of the item
     */
    public record Use(String itemId, int revision, URI url, String sentence, Instant at) {}
}
