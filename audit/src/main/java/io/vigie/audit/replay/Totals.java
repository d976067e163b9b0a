package io.vigie.audit.replay;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a replay came to. Every item read is counted once: {@code items = alerts.all() + quiet + duplicates + deadLetters +
 * pending + erased}.
 *
 * @param items read from the item topic
 * @param quiet alert neither in the record nor in the replay
 * @param duplicates that changed nothing and left no record by right
 * @param deadLetters that production could not handle and put where they can be read
 * @param pending that production had not judged yet
 * @param erased that were erased since, and are not read
 * @param pages that were read again; none unless the replay begins with them
 * @param alerts by verdict
 * @param themes by id; an alert counts under each of its themes
 * @param outlets by id of the outlet
 * @param languages by BCP 47 code
 */
public record Totals(
        long items,
        long quiet,
        long duplicates,
        long deadLetters,
        long pending,
        long erased,
        Rereads pages,
        Tally alerts,
        SortedMap<String, Tally> themes,
        SortedMap<String, Tally> outlets,
        SortedMap<String, Tally> languages) {

    /** Nothing read yet. */
    public static final Totals NONE =
            new Totals(0, 0, 0, 0, 0, 0, Rereads.NONE, Tally.NONE, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    public Totals {
        themes = Collections.unmodifiableSortedMap(new TreeMap<>(themes));
        outlets = Collections.unmodifiableSortedMap(new TreeMap<>(outlets));
        languages = Collections.unmodifiableSortedMap(new TreeMap<>(languages));
    }
}
