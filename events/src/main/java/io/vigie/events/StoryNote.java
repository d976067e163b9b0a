package io.vigie.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the story register is told of one story: a value of {@code vigie.story-notes}, key = story id. Notes are the moves
 * that lead to the {@link Story} records; reading them in order tells how a story came together.
 *
 * @param reports to be added or, with a higher revision, to replace what is there
 * @param merge the elder story that this one turned out to be; absent when it did not
 * @param at event time of the item that gave rise to the note; absent from the oldest notes, whose records have it as their
 *     timestamp
 */
public record StoryNote(
        List<Story.Report> reports,
        @Nullable Merge merge,
        @Nullable Instant at) {

    /**
     * An elder story.
     *
     * @param storyId its id
     * @param age of two stories the one with the smaller age is the elder: when its first item was read, in milliseconds
     *     since 1970
     */
    public record Merge(String storyId, long age) {}

    public StoryNote {
        reports = List.copyOf(reports);
    }

    /** Reports for a story. */
    public static StoryNote reports(Instant at, List<Story.Report> reports) {
        return new StoryNote(reports, null, at);
    }

    /** A story is another's. */
    public static StoryNote merged(Instant at, String elder, long age) {
        return new StoryNote(List.of(), new Merge(elder, age), at);
    }
}
