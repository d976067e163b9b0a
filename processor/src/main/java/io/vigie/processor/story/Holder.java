package io.vigie.processor.story;

import java.util.List;

/**
 * An item that says something, in the list of all that say it.
 *
 * @param itemId the item
 * @param at its event time in milliseconds since 1970; {@code Long.MAX_VALUE} when it has none
 */
public record Holder(String itemId, long at) {

    /** Those that are not older; the same list when all are. */
    public static List<Holder> since(long horizon, List<Holder> all) {
        boolean young = all.stream().allMatch(holder -> holder.at() >= horizon);
        return young
                ? all
                : all.stream().filter(holder -> holder.at() >= horizon).toList();
    }
}
