package io.vigie.events;

import org.jspecify.annotations.Nullable;

/**
 * Where the item of an alert stands, for audits.
 *
 * @param topic item topic
 * @param partition of the item
 * @param offset of the item
 * @param sha256 of the page bytes, lower-case hex; absent for a withdrawn page
 */
public record Provenance(
        String topic, int partition, long offset, @Nullable String sha256) {}
