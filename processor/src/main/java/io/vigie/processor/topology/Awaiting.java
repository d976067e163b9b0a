package io.vigie.processor.topology;

import io.vigie.processor.story.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an item's story so far: a value of the store {@code awaited-stories}, key = item id.
 *
 * @param since when it was asked, processing time in milliseconds since 1970
 * @param age as asked
 * @param parts of the story index that did not answer yet
 * @param sightings of those that did
 * @param opened parts that knew of nothing near, and so opened a story of the item's own; absent in records of before
 */
record Awaiting(
        long since,
        long age,
        Set<Integer> parts,
        List<Sighting> sightings,
        @Nullable Set<Integer> opened) {

    Awaiting {
        parts = Set.copyOf(parts);
        sightings = List.copyOf(sightings);
        opened = opened == null ? null : Set.copyOf(opened);
    }

    /** Nobody answered yet. */
    static Awaiting all(long since, long age, Set<Integer> parts) {
        return new Awaiting(since, age, parts, List.of(), Set.of());
    }

    Awaiting with(StoryAnswer answer) {
        Set<Integer> rest = new TreeSet<>(parts);
        if (!rest.remove(answer.part())) {
            return this;
        }
        List<Sighting> more = new ArrayList<>(sightings);
        more.add(answer.sighting());
        Set<Integer> known = opened;
        if (known != null && answer.sighting().near().isEmpty()) {
            known = new TreeSet<>(known);
            known.add(answer.part());
        }
        return new Awaiting(since, age, rest, more, known);
    }
}
