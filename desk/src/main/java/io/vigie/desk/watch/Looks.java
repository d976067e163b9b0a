package io.vigie.desk.watch;

import io.vigie.events.WatchEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The ledger of one source, within the board's time, in the order in which it was written. Not thread-safe. */
final class Looks {

    private static final Set<String> ANSWERED = Set.of("fetched", "not-modified");
    private static final int MOST = 5_000;

    /** What the board needs of a line. */
    private record Line(Instant at, boolean discovery, boolean answered, boolean page, String why) {}

    private @Nullable Instant silentSince;
    private final Deque<Line> lines = new ArrayDeque<>();

    void add(WatchEntry entry) {
        boolean discovery = entry.purpose() == WatchEntry.Purpose.DISCOVERY;
        silentSince = discovery ? entry.silentSince() : silentSince;
        String reason = entry.reason();
        boolean answered = reason == null && ANSWERED.contains(entry.outcome());
        lines.addLast(new Line(
                entry.at(),
                discovery,
                answered,
                !discovery && reason == null && entry.outcome().equals("fetched"),
                reason == null ? entry.outcome() : reason));
        if (lines.size() > MOST) {
            lines.removeFirst();
        }
    }

    void forgetBefore(Instant moment) {
        while (!lines.isEmpty() && lines.getFirst().at().isBefore(moment)) {
            lines.removeFirst();
        }
    }

    @Nullable
    Instant lastLook() {
        return last(false);
    }

    @Nullable
    Instant lastSuccess() {
        return last(true);
    }

    private @Nullable Instant last(boolean answered) {
        Instant last = null;
        for (Line line : lines) {
            if (line.discovery() && (line.answered() || !answered)) {
                last = line.at();
            }
        }
        return last;
    }

    /** Since when the source is silent beyond its rhythm, as the last look says; absent when nothing is odd. */
    @Nullable
    Instant silentSince() {
        return silentSince;
    }

    int pages() {
        return (int) lines.stream().filter(Line::page).count();
    }

    int robots() {
        return (int) lines.stream().filter(line -> line.why().equals("robots")).count();
    }

    /** A page that is gone is no error of ours. */
    Map<String, Integer> errors() {
        Map<String, Integer> errors = new TreeMap<>();
        for (Line line : lines) {
            if (!line.answered() && !line.why().equals("robots") && !line.why().equals("gone")) {
                errors.merge(line.why(), 1, Integer::sum);
            }
        }
        return errors;
    }

    List<BlindWindow> blind() {
        List<BlindWindow> windows = new ArrayList<>();
        Instant answered = null;
        BlindWindow open = null;
        for (Line line : lines) {
            if (!line.discovery()) {
                continue;
            }
            if (line.answered()) {
                if (open != null) {
                    windows.add(new BlindWindow(open.from(), line.at(), open.reason(), open.failures()));
                    open = null;
                }
                answered = line.at();
            } else {
                Instant from = open != null ? open.from() : answered != null ? answered : line.at();
                open = new BlindWindow(from, null, line.why(), open == null ? 1 : open.failures() + 1);
            }
        }
        if (open != null) {
            windows.add(open);
        }
        return windows;
    }

    /**
     * States of equal slots up to now.
     *
     * @param pause within which a source that answered counts as seen
     */
    List<SlotState> slots(Instant from, Instant now, Duration slot, Duration pause) {
        List<BlindWindow> blind = blind();
        List<SlotState> slots = new ArrayList<>();
        for (Instant start = from; start.isBefore(now); start = start.plus(slot)) {
            slots.add(state(start, min(start.plus(slot), now), pause, blind));
        }
        return slots;
    }

    private SlotState state(Instant start, Instant end, Duration pause, List<BlindWindow> blind) {
        boolean seen = false;
        for (Line line : lines) {
            boolean within = !line.at().isBefore(start) && line.at().isBefore(end);
            if (within && line.page()) {
                return SlotState.PUBLISHED;
            }
            boolean recent =
                    !line.at().isBefore(start.minus(pause)) && line.at().isBefore(end);
            seen |= recent && line.discovery() && line.answered();
        }
        if (isBlind(start, end, blind)) {
            return SlotState.BLIND;
        }
        return seen ? SlotState.QUIET : SlotState.UNWATCHED;
    }

    /** A slot counts as blind when more than half of it was. */
    private static boolean isBlind(Instant start, Instant end, List<BlindWindow> windows) {
        Duration blind = Duration.ZERO;
        for (BlindWindow window : windows) {
            Instant from = window.from().isAfter(start) ? window.from() : start;
            Instant to = window.to() == null ? end : min(window.to(), end);
            if (from.isBefore(to)) {
                blind = blind.plus(Duration.between(from, to));
            }
        }
        return blind.multipliedBy(2).compareTo(Duration.between(start, end)) > 0;
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
