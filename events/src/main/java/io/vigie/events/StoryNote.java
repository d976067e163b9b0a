package io.vigie.events;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the story register is told of one story: a value of {@code vigie.story-notes}, key = story id. Notes are the moves
 * that lead to the {@link Story} records; reading them in order tells how a story came together.
 *
 * @param reports to be added or, with a higher revision, to replace what is there
 * @param mergedInto id of the elder story that this one turned out to be; absent when it did not
 */
public record StoryNote(
        List<Story.Report> reports, @Nullable String mergedInto) {

    public StoryNote {
        reports = List.copyOf(reports);
    }

    /** Reports for a story. */
    public static StoryNote reports(List<Story.Report> reports) {
        return new StoryNote(reports, null);
    }

    /** A story is another's. */
    public static StoryNote merge(String elder) {
        return new StoryNote(List.of(), elder);
    }

    /** Where a merged story's reports belong. */
    public Optional<String> elder() {
        return Optional.ofNullable(mergedInto);
    }
}
