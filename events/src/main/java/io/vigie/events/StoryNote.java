package io.vigie.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the story register is told of one story: a value of {@code vigie.story-notes}, key = story id. Notes are the moves
 * that lead to the {@link Story} records; reading them in order tells how a story came together.
 *
 * @param reports to be added or, with a higher revision, to replace what is there
 * @param merge the elder story that this one turned out to be; absent when it did not
 */
public record StoryNote(
        List<Story.Report> reports, @Nullable Merge merge) {

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
    public static StoryNote reports(List<Story.Report> reports) {
        return new StoryNote(reports, null);
    }

    /** A story is another's. */
    public static StoryNote merged(String elder, long age) {
        return new StoryNote(List.of(), new Merge(elder, age));
    }
}
