package io.vigie.sink.deliver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which offsets of a partition wait for an outcome. The offset to commit is that of the first of them: everything before
 * it is done with. Not thread-safe.
 */
final class OpenOffsets {

    private final TreeSet<Long> open = new TreeSet<>();
    private final Map<String, List<Long>> byName = new HashMap<>();
    private long next = -1;

    /** A record was read whose outcome is still to come. */
    void opened(long offset, String name) {
        passed(offset);
        open.add(offset);
        byName.computeIfAbsent(name, key -> new ArrayList<>()).add(offset);
    }

    /** A record was read and is done with. */
    void passed(long offset) {
        next = Math.max(next, offset + 1);
    }

    /** Every record of that name is done with. */
    void settled(String name) {
        List<Long> offsets = byName.remove(name);
        if (offsets != null) {
            offsets.forEach(open::remove);
        }
    }

    int size() {
        return open.size();
    }

    /** The offset to commit; absent before anything was read. */
    @Nullable
    Long committable() {
        if (next < 0) {
            return null;
        }
        return open.isEmpty() ? Long.valueOf(next) : open.first();
    }
}
