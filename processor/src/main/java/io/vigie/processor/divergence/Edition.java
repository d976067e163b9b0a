package io.vigie.processor.divergence;

import io.vigie.events.Outlet;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One language edition of a text.
 *
 * @param itemId the item
 * @param revision of the item
 * @param storyId its story
 * @param outlet who publishes
 * @param language BCP 47
 * @param headline plain text
 * @param url canonical address
 * @param at event time
 * @param others ids of the items that it names as its other editions; empty when it names none
 * @param themes by id, the sentence that proves it
 * @param sentences of the body, in their order
 */
public record Edition(
        String itemId,
        int revision,
        String storyId,
        Outlet outlet,
        String language,
        String headline,
        URI url,
        Instant at,
        Set<String> others,
        Map<String, String> themes,
        List<String> sentences) {

    public Edition {
        others = Set.copyOf(others);
        themes = Map.copyOf(themes);
        sentences = List.copyOf(sentences);
    }

    boolean isEditionOf(Edition other) {
        return !itemId.equals(other.itemId)
                && !language.equals(other.language)
                && (others.contains(other.itemId)
                        || other.others.contains(itemId)
                        || others.isEmpty() && other.others.isEmpty() && Translation.isLikely(this, other));
    }
}
