package io.vigie.audit.replay;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What reading pages again came to.
 *
 * @param same pages that say what their item says
 * @param different pages that now say something else
 * @param gone pages that are no longer kept
 * @param fields in how many items each field differs, by name
 */
public record Rereads(long same, long different, long gone, SortedMap<String, Long> fields) {

    static final Rereads NONE = new Rereads(0, 0, 0, new TreeMap<>());

    public Rereads {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /** Pages that were asked for. */
    public long all() {
        return same + different + gone;
    }
}
