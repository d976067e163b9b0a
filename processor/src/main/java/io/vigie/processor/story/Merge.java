package io.vigie.processor.story;

/**
 * Two stories are one.
 *
 * @param younger id of the story that ends
 * @param elder id of the story that goes on
 * @param elderAge of that story, see {@link KnownStory#age()}, so that whoever never heard of it can tell what it is elder
 *     than
 */
public record Merge(String younger, String elder, long elderAge) {}
