package io.vigie.events;

import java.time.Instant;

/**
 * An item with what the processor found: a value of {@code vigie.classified-items}, key = item id.
 *
 * @param item as published
 * @param revision 1 for the first text seen under this id, one more for each that differs
 * @param novelty never {@link Novelty#DUPLICATE}: duplicates are counted, not published
 * @param classification under the rule set in force
 * @param storyId story that the item belongs to
 * @param provenance of the item
 * @param classifiedAt when
 */
public record ClassifiedItem(
        PressItem item,
        int revision,
        Novelty novelty,
        Classification classification,
        String storyId,
        Provenance provenance,
        Instant classifiedAt) {}
