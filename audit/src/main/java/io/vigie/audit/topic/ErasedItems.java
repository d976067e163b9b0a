package io.vigie.audit.topic;

import io.vigie.events.PressItem;
import io.vigie.events.Topics;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Items that were erased on request. A log keeps their bytes until they fall out of it; whoever reads the log for people
 * passes them over.
 *
 * @param ids of the items
 */
public record ErasedItems(Set<String> ids) {

    public ErasedItems {
        ids = Set.copyOf(ids);
    }

    /** Reads {@code vigie.erasures}. */
    public static ErasedItems read(TopicAccess access, Topics topics) {
        Set<String> ids = new TreeSet<>();
        RecordFinder records = new RecordFinder(access);
        access.all(topics.erasures()).forEach(span -> records.forEach(span, record -> ids.add(Records.key(record))));
        return new ErasedItems(ids);
    }

    /** Whether an item is one of them; one that cannot be read is not known to be. */
    public boolean contains(@Nullable PressItem item) {
        return item != null && ids.contains(item.id());
    }
}
