package io.vigie.events;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * That an item was erased on request: a value of {@code vigie.erasures}, key = item id. It says who, when and why, and
 * nothing of what the page said; the id is a hash of the address. Audits pass the item over.
 *
 * @param itemId the item
 * @param by who had it done, as the person signs; not authenticated
 * @param reason why, for example the number of the request; must not repeat what is erased
 * @param at when
 * @param tombstones how many were written, by topic
 */
public record Erasure(String itemId, String by, String reason, Instant at, Map<String, Integer> tombstones) {

    public Erasure {
        Objects.requireNonNull(itemId, "itemId");
        Objects.requireNonNull(at, "at");
        if (by == null || by.isBlank() || reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("an erasure says by whom it was made, and why");
        }
        tombstones = Map.copyOf(tombstones);
    }
}
