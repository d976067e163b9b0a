package io.vigie.desk.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Alerts that the topic has and that the index is to have shortly, eldest first. One that does not come within the
 * patience (it may have gone to the dead letters) is given up. Bounded and thread-safe.
 */
final class Expected {

    private final int capacity;
    private final Duration patience;
    private final Map<String, Due> byId = new LinkedHashMap<>();

    private record Due(int revision, Instant until) {}

    Expected(int capacity, Duration patience) {
        this.capacity = capacity;
        this.patience = patience;
    }

    /** Expects a revision or a newer one; {@code false} when there is no room. */
    synchronized boolean add(String alertId, int revision, Instant now) {
        Due due = byId.get(alertId);
        if (due == null && byId.size() >= capacity) {
            return false;
        }
        if (due == null || due.revision() < revision) {
            byId.put(alertId, new Due(revision, now.plus(patience)));
        }
        return true;
    }

    /** The eldest ones. */
    synchronized List<String> due(int most) {
        return byId.keySet().stream().limit(most).toList();
    }

    /** Whether what was found in the index is what is expected; if so it is expected no longer. */
    synchronized boolean arrived(String alertId, int revision) {
        Due due = byId.get(alertId);
        if (due == null || revision < due.revision()) {
            return false;
        }
        byId.remove(alertId);
        return true;
    }

    /** Puts those asked for and not found behind the others, and gives up those whose time is over. */
    synchronized int postpone(Collection<String> asked, Instant now) {
        int givenUp = 0;
        for (String id : new ArrayList<>(asked)) {
            Due due = byId.remove(id);
            if (due != null && now.isBefore(due.until())) {
                byId.put(id, due);
            } else if (due != null) {
                givenUp++;
            }
        }
        return givenUp;
    }

    synchronized int size() {
        return byId.size();
    }
}
