package io.vigie.ingest.discover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Entries of one document, up to a limit: where there are more, the newest ones, in the order of the document. */
final class EntryList {

    /** As many as the sitemap protocol allows in one file. */
    static final int MOST = 50_000;

    /** Undated entries count as new: a list without dates is cut at its end. */
    private static final Comparator<Numbered> NEWEST_FIRST = Comparator.comparing((Numbered n) ->
                    n.entry.date() == null ? Instant.MAX : n.entry.date().toInstant())
            .reversed()
            .thenComparing(Numbered::number);

    private record Numbered(int number, Entry entry) {}

    private final List<Numbered> entries = new ArrayList<>();
    private int added;

    void add(Entry entry) {
        entries.add(new Numbered(added++, entry));
        if (entries.size() >= 2 * MOST) {
            cut();
        }
    }

    List<Entry> kept() {
        if (entries.size() > MOST) {
            cut();
        }
        return entries.stream()
                .sorted(Comparator.comparing(Numbered::number))
                .map(Numbered::entry)
                .toList();
    }

    int dropped() {
        return Math.max(0, added - MOST);
    }

    private void cut() {
        entries.sort(NEWEST_FIRST);
        entries.subList(MOST, entries.size()).clear();
    }
}
