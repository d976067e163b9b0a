package io.vigie.processor.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where an item belongs, from what the parts of the index said of it.
 *
 * @param storyId its story: the id of the first item that told it
 * @param age of that story, see {@link KnownStory#age()}
 * @param merges that whoever knows the younger story must hear of: those that the parts found, and those that follow from their disagreement
 */
public record Placement(String storyId, long age, List<Merge> merges) {

    /**
     * Probability from which two stories of different parts, neither of which knows the other, become one over an item.
     * Higher than to join, because a round-up of the week is near to all of its events.
     */
    private static final double SURE = 0.9;

    public Placement {
        merges = List.copyOf(merges);
    }

    /**
     * Decides. The order of the sightings does not matter.
     *
     * @param itemId the item
     * @param age of the item, see {@link KnownStory#age()}
     * @param sightings one of each part that was asked
     */
    public static Placement of(String itemId, long age, List<Sighting> sightings) {
        List<Merge> merges = new ArrayList<>();
        sightings.forEach(sighting -> merges.addAll(sighting.merges()));
        List<Sighting.Near> near = best(sightings);
        if (near.isEmpty()) {
            return new Placement(itemId, age, merges);
        }
        Sighting.Near story = near.get(0);
        for (Sighting.Near other : near.subList(1, near.size())) {
            if (other.score() >= SURE) {
                merges.add(merge(story, other));
                story = elder(story, other);
            }
        }
        Sighting.Near own = new Sighting.Near(itemId, age, 1);
        boolean opened = sightings.stream().anyMatch(sighting -> sighting.near().isEmpty());
        if (opened && !story.storyId().equals(itemId)) {
            merges.add(merge(story, own));
            story = elder(story, own);
        }
        return new Placement(
                story.storyId(), story.age(), merges.stream().distinct().toList());
    }

    private static List<Sighting.Near> best(List<Sighting> sightings) {
        Map<String, Sighting.Near> best = new TreeMap<>();
        for (Sighting sighting : sightings) {
            for (Sighting.Near near : sighting.near()) {
                best.merge(near.storyId(), near, (one, other) -> one.score() >= other.score() ? one : other);
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Sighting.Near::score)
                        .reversed()
                        .thenComparingLong(Sighting.Near::age)
                        .thenComparing(Sighting.Near::storyId))
                .toList();
    }

    private static Merge merge(Sighting.Near one, Sighting.Near other) {
        Sighting.Near elder = elder(one, other);
        Sighting.Near younger = elder.equals(one) ? other : one;
        return new Merge(younger.storyId(), elder.storyId(), elder.age());
    }

    /** Always the same of two, whoever asks: merges never go round in circles. */
    private static Sighting.Near elder(Sighting.Near one, Sighting.Near other) {
        int order = Long.compare(one.age(), other.age());
        return (order == 0 ? one.storyId().compareTo(other.storyId()) : order) <= 0 ? one : other;
    }
}
