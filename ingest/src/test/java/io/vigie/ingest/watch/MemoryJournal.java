package io.vigie.ingest.watch;

import io.vigie.events.FetchState;
import io.vigie.events.PageState;
import io.vigie.events.PressItem;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Keeps changes in memory, and breaks or refuses when told to. */
final class MemoryJournal implements Journal {

    private final List<Change> changes = new ArrayList<>();
    private Predicate<Change> breaksAt = change -> false;
    private Predicate<Change> refuses = change -> false;

    /** Nothing is committed from the first such change on. */
    void breakAt(Predicate<Change> first) {
        breaksAt = first;
    }

    void refuse(Predicate<Change> which) {
        refuses = which;
    }

    @Override
    public void commit(Change change) throws JournalException, RefusedException {
        if (breaksAt.test(change)) {
            throw new JournalException("broken", new IllegalStateException());
        }
        if (refuses.test(change)) {
            throw new RefusedException("too large", new IllegalStateException());
        }
        changes.add(change);
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    List<PressItem> items() {
        return changes.stream().map(Change::item).filter(Objects::nonNull).toList();
    }

    List<Refusal> refusals() {
        return changes.stream().map(Change::refusal).filter(Objects::nonNull).toList();
    }

    /** What another instance would read. */
    SourceMemory memory(String sourceId) {
        FetchState state = FetchState.initial(sourceId);
        Map<URI, PageState> pages = new LinkedHashMap<>();
        for (Change change : changes) {
            state = change.state() == null ? state : change.state();
            change.pages().forEach(page -> pages.put(page.id(), page));
            change.forgotten().forEach(page -> pages.remove(page.id()));
        }
        return new SourceMemory(state, pages.values());
    }
}
