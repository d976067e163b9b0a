package io.vigie.processor.story;

/**
 * An item that says something, in the list of all that say it.
 *
 * @param itemId the item
 * @param at its event time in milliseconds since 1970; {@code Long.MAX_VALUE} when it has none
 */
public record Holder(String itemId, long at) {}
