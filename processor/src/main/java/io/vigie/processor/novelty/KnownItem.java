package io.vigie.processor.novelty;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an item: the value of the store {@code known-items}, key = item id.
 *
 * @param revision number of texts seen under this id, 1 or more
 * @param substance SHA-256 of the last one, lower-case hex
 * @param withdrawn whether its publisher took it down
 * @param filedAt when the first revision was published or, if not stated, detected
 * @param storyId story that it was put into; absent while that is being found out
 * @param storyAge of that story: when its first item was read, in milliseconds since 1970; 0 while there is none
 */
public record KnownItem(
        int revision,
        String substance,
        boolean withdrawn,
        Instant filedAt,
        @Nullable String storyId,
        long storyAge) {

    /** The same item, in its story. */
    public KnownItem in(String story, long age) {
        return new KnownItem(revision, substance, withdrawn, filedAt, story, age);
    }
}
