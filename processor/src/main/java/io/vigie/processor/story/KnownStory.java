package io.vigie.processor.story;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story as the index remembers it. Its id never changes.
 *
 * @param id of the item that told it first
 * @param age of that item: of two stories, the one with the smaller age is the elder, by id when equal
 * @param speakers ids of the items that speak for it: the first and the latest, {@value #SPEAKERS} at most, so that an affair
 *     of three hundred reports costs no more than one of twelve
 * @param lastAt event time of the latest, in milliseconds since 1970
 * @param elder id of the story that it was merged into; absent while it stands on its own
 */
public record KnownStory(
        String id,
        long age,
        List<String> speakers,
        long lastAt,
        @Nullable String elder) {

    private static final int SPEAKERS = 12;

    public KnownStory {
        speakers = List.copyOf(speakers);
    }

    /** A story that nobody told yet. */
    static KnownStory opened(String id, long age) {
        return new KnownStory(id, age, List.of(), Long.MIN_VALUE, null);
    }

    KnownStory with(List<String> more, long at) {
        List<String> all = new ArrayList<>(speakers);
        for (String one : more) {
            all.add(one);
            if (all.size() > SPEAKERS) {
                all.remove(1);
            }
        }
        return new KnownStory(id, age, all, Math.max(lastAt, at), elder);
    }

    KnownStory mergedInto(String other) {
        return new KnownStory(id, age, List.of(), lastAt, other);
    }
}
