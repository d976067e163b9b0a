package io.vigie.ingest.watch;

import io.vigie.events.FetchState;
import io.vigie.events.PageState;
import io.vigie.events.PressItem;
import io.vigie.ingest.rhythm.Sighting;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one source. It only ever holds what the journal holds: {@link #apply} comes after the commit. Not
 * thread-safe; one step of a source runs at a time.
 */
public final class SourceMemory {

    private FetchState state;
    private final Map<URI, PageState> pages = new LinkedHashMap<>();
    private final Map<String, URI> pageOfItem = new HashMap<>();

    public SourceMemory(FetchState state, Collection<PageState> pages) {
        this.state = state;
        pages.forEach(this::put);
    }

    FetchState state() {
        return state;
    }

    public Collection<PageState> pages() {
        return pages.values();
    }

    /** When each of its items came out, as far as anybody said. */
    List<Sighting> sightings() {
        return sightingsWith(List.of());
    }

    /** The same, with pages that are about to be remembered. */
    List<Sighting> sightingsWith(List<PageState> more) {
        return Stream.concat(pages.values().stream(), more.stream().filter(page -> !pages.containsKey(page.id())))
                .map(SourceMemory::sighting)
                .toList();
    }

    private static Sighting sighting(PageState page) {
        PressItem item = page.item();
        Instant onPage = item == null ? null : item.datePublished();
        return new Sighting(onPage == null ? page.published() : onPage, page.firstSeen());
    }

    Optional<PageState> page(URI id) {
        return Optional.ofNullable(pages.get(id));
    }

    /** Has another page of this source become the same item? */
    boolean isAnotherPages(String itemId, URI page) {
        URI owner = pageOfItem.get(itemId);
        return owner != null && !owner.equals(page);
    }

    /** The page to visit now: those never visited first, in the order of their listing. */
    Optional<PageState> due(Instant now) {
        @Nullable PageState best = null;
        for (PageState page : pages.values()) {
            if (page.nextVisit() != null && !page.nextVisit().isAfter(now) && (best == null || isBefore(page, best))) {
                best = page;
            }
        }
        return Optional.ofNullable(best);
    }

    /** When the next page is due; absent when none ever is. */
    @Nullable
    Instant nextVisit() {
        @Nullable Instant next = null;
        for (PageState page : pages.values()) {
            Instant visit = page.nextVisit();
            if (visit != null && (next == null || visit.isBefore(next))) {
                next = visit;
            }
        }
        return next;
    }

    void apply(Change change) {
        FetchState changed = change.state();
        if (changed != null) {
            state = changed;
        }
        change.pages().forEach(this::put);
        for (PageState page : change.forgotten()) {
            pages.remove(page.id());
            if (page.item() != null) {
                pageOfItem.remove(page.item().id(), page.id());
            }
        }
    }

    private void put(PageState page) {
        pages.put(page.id(), page);
        if (page.item() != null) {
            pageOfItem.put(page.item().id(), page.id());
        }
    }

    private static boolean isBefore(PageState a, PageState b) {
        boolean newA = isNew(a);
        boolean newB = isNew(b);
        if (newA != newB) {
            return newA;
        }
        return a.nextVisit() != null && b.nextVisit() != null && a.nextVisit().isBefore(b.nextVisit());
    }

    private static boolean isNew(PageState page) {
        return page.lastRead() == null && page.failures() == 0;
    }
}
