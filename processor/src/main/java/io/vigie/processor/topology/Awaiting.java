package io.vigie.processor.topology;

import io.vigie.processor.story.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of an item's story so far: a value of the store {@code awaited-stories}, key = item id.
 *
 * @param since when it was asked, processing time in milliseconds since 1970
 * @param age as asked
 * @param parts of the story index that did not answer yet
 * @param sightings of those that did
 */
record Awaiting(long since, long age, Set<Integer> parts, List<Sighting> sightings) {

    Awaiting {
        parts = Set.copyOf(parts);
        sightings = List.copyOf(sightings);
    }

    Awaiting with(StoryAnswer answer) {
        Set<Integer> rest = new TreeSet<>(parts);
        if (!rest.remove(answer.part())) {
            return this;
        }
        List<Sighting> more = new ArrayList<>(sightings);
        more.add(answer.sighting());
        return new Awaiting(since, age, rest, more);
    }
}
