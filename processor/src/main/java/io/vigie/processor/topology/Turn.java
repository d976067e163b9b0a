package io.vigie.processor.topology;

import io.vigie.processor.story.Merge;
import java.time.Instant;

/** What a step of the story flow has to say; each kind takes its own way from there. */
sealed interface Turn {

    /** Ask the story index. */
    record Ask(StoryProbe probe) implements Turn {}

    /** The item is in its story. */
    record Settled(FiledItem item) implements Turn {}

    /**
     * Everybody must know of a merge.
     *
     * @param at event time of the item that showed it
     */
    record Merged(Merge merge, Instant at) implements Turn {}
}
