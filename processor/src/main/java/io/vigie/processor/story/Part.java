package io.vigie.processor.story;

/**
 * A stretch of an item.
 *
 * @param weight how much its words count; 1 for the body's opening
 */
record Part(String text, double weight) {}
