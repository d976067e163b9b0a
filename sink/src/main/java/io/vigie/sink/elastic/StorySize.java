package io.vigie.sink.elastic;

/**
 * How widely a story is reported.
 *
 * @param reports alerts of the story
 * @param outlets different outlets among them
 * @param languages different languages among them
 */
public record StorySize(long reports, long outlets, long languages) {}
