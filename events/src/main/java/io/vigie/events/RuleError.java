package io.vigie.events;

/**
 * A rule that could not be evaluated on an item.
 *
 * @param rule id of the rule, or {@code *} when the item as a whole could not be finished
 * @param message what happened
 */
public record RuleError(String rule, String message) {}
