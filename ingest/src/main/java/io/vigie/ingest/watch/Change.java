package io.vigie.ingest.watch;

import io.vigie.events.FetchState;
import io.vigie.events.PageState;
import io.vigie.events.PressItem;
import io.vigie.events.WatchEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one step of watching a source brought: it becomes true as a whole or not at all.
 *
 * @param entry for the ledger
 * @param state of the source; absent when it did not change
 * @param pages that changed
 * @param forgotten pages that are no longer remembered
 * @param item to publish; absent when there is none
 * @param snapshot that the item was read from; absent without an item, for a withdrawn one, and when it was refused
 * @param refusal what of this step could never be written, for the dead letters; absent when nothing was refused
 */
public record Change(
        WatchEntry entry,
        @Nullable FetchState state,
        List<PageState> pages,
        List<PageState> forgotten,
        @Nullable PressItem item,
        @Nullable Snapshot snapshot,
        @Nullable Refusal refusal) {

    public Change {
        pages = List.copyOf(pages);
        forgotten = List.copyOf(forgotten);
    }

    /** Of a step in which nothing was refused. */
    public Change(
            WatchEntry entry,
            @Nullable FetchState state,
            List<PageState> pages,
            List<PageState> forgotten,
            @Nullable PressItem item,
            @Nullable Snapshot snapshot) {
        this(entry, state, pages, forgotten, item, snapshot, null);
    }

    /** Of a visit that published nothing. */
    static Change of(WatchEntry entry, PageState page) {
        return new Change(entry, null, List.of(page), List.of(), null, null);
    }
}
