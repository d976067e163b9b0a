package io.vigie.processor.story;

import java.util.List;

/**
 * What one part of the index says of an item.
 *
 * @param near stories that it may belong to, best first; empty when there is none and its own was opened
 * @param merges of stories that the item showed to be one; empty for almost all items
 */
public record Sighting(List<Near> near, List<Merge> merges) {

    /** Nothing is known of such an item. */
    public static final Sighting NOTHING = new Sighting(List.of(), List.of());

    /**
     * A story nearby.
     *
     * @param storyId its id, merges followed
     * @param age of the story, see {@link KnownStory#age()}
     * @param score probability that the item belongs to it, 0..1
     */
    public record Near(String storyId, long age, double score) {}

    public Sighting {
        near = List.copyOf(near);
        merges = List.copyOf(merges);
    }
}
