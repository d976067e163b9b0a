package io.vigie.events;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two editions of one text of which only one carries a theme: a value of {@code vigie.divergences}, key =
 * {@link #divergenceId()}. Raised once for a pair of items and a theme, however often they are edited.
 *
 * @param divergenceId {@code theme/item with it/item without it}
 * @param storyId story of both
 * @param theme id
 * @param with the edition that carries it, with the sentence that proves it
 * @param without the edition that does not
 * @param at event time of the later of the two
 */
public record Divergence(String divergenceId, String storyId, String theme, Side with, Side without, Instant at) {

    /**
     * One edition.
     *
     * @param itemId the item
     * @param revision of the item that was compared
     * @param outlet who publishes
     * @param language BCP 47, {@code und} when unknown
     * @param headline plain text
     * @param url canonical address
     * @param sentence verbatim: the evidence of the edition with the theme and, of the other one, the sentence that stands
     *     in its place; absent when there is none
     */
    public record Side(
            String itemId,
            int revision,
            Outlet outlet,
            String language,
            String headline,
            URI url,
            @Nullable String sentence) {}
}
