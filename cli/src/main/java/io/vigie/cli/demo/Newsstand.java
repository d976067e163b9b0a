package io.vigie.cli.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is out, what changed, and what was read: the one place of the site that changes in time. Thread-safe.
 *
 * <p>A page that is to change does so once both are true: {@link #amend()} was called and its first text was read. A
 * reader therefore always meets the first text before the second, however slow it is.
 */
final class Newsstand {

    /** What the page of an item shows. */
    enum Showing {
        NOTHING_YET,
        FIRST_TEXT,
        SECOND_TEXT,
        GONE
    }

    private final Clock clock;
    private final List<List<DemoItem>> schedule;
    private final Map<String, Instant> published = new HashMap<>();
    private final Map<String, Instant> changed = new HashMap<>();
    private final Map<Showing, Set<String>> read = new EnumMap<>(Showing.class);
    private int next;
    private boolean amending;

    Newsstand(List<List<DemoItem>> schedule, Clock clock) {
        this.schedule = schedule;
        this.clock = clock;
    }

    /** Publishes what comes next in the schedule; {@code false} when everything is out. */
    synchronized boolean publishNext() {
        if (next == schedule.size()) {
            return false;
        }
        Instant now = now();
        schedule.get(next++).forEach(item -> published.put(item.id(), now));
        return true;
    }

    synchronized void amend() {
        amending = true;
        schedule.stream().flatMap(List::stream).forEach(this::changeIfDue);
    }

    synchronized Showing showing(DemoItem item) {
        if (!published.containsKey(item.id())) {
            return Showing.NOTHING_YET;
        }
        if (!changed.containsKey(item.id())) {
            return Showing.FIRST_TEXT;
        }
        return item.withdrawn() ? Showing.GONE : Showing.SECOND_TEXT;
    }

    synchronized void wasRead(DemoItem item, Showing shown) {
        reads(shown).add(item.id());
        changeIfDue(item);
    }

    synchronized boolean hasBeenRead(DemoItem item, Showing shown) {
        return reads(shown).contains(item.id());
    }

    synchronized Optional<Instant> publishedAt(DemoItem item) {
        return Optional.ofNullable(published.get(item.id()));
    }

    /** When its page last changed: the moment of publication until it changes. */
    synchronized Optional<Instant> modifiedAt(DemoItem item) {
        return Optional.ofNullable(changed.get(item.id())).or(() -> publishedAt(item));
    }

    private void changeIfDue(DemoItem item) {
        if (amending && item.changes() && reads(Showing.FIRST_TEXT).contains(item.id())) {
            changed.putIfAbsent(item.id(), now());
        }
    }

    private Set<String> reads(Showing showing) {
        return read.computeIfAbsent(showing, s -> new HashSet<>());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
