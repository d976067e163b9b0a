package io.vigie.processor.novelty;

import java.time.Instant;

/**
 * What is remembered of an item: the value of the store {@code known-items}, key = item id.
 *
 * @param revision number of texts seen under this id, 1 or more
 * @param substance SHA-256 of the last one, lower-case hex
 * @param withdrawn whether its publisher took it down
 * @param filedAt when the first revision was published or, if not stated, detected
 */
public record KnownItem(int revision, String substance, boolean withdrawn, Instant filedAt) {}
