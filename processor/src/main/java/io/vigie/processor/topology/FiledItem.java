package io.vigie.processor.topology;

import io.vigie.events.Classification;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.RevisionDiff;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A classified item with its place in time, on its way inside the topology; never written to a topic.
 *
 * @param classified its story is its own until it is {@linkplain #in(String) placed}
 * @param filedAt see {@link io.vigie.events.Alert#filedAt()}
 * @param eventTime in milliseconds since 1970
 * @param diff what the revision changed, without themes; absent for a first revision and for a withdrawal
 */
record FiledItem(
        ClassifiedItem classified,
        Instant filedAt,
        long eventTime,
        @Nullable RevisionDiff diff) {

    Instant time() {
        return Instant.ofEpochMilli(eventTime);
    }

    FiledItem in(String story) {
        return with(classified.classification(), story);
    }

    /** The same item as another rule set judges it. */
    FiledItem classifiedAs(Classification classification) {
        return with(classification, classified.storyId());
    }

    private FiledItem with(Classification classification, String story) {
        ClassifiedItem c = classified;
        return new FiledItem(
                new ClassifiedItem(
                        c.item(), c.revision(), c.novelty(), classification, story, c.provenance(), c.classifiedAt()),
                filedAt,
                eventTime,
                diff);
    }
}
