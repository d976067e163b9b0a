package io.vigie.ingest.watch;

import io.vigie.events.FetchState.Validators;
import io.vigie.events.PageState;
import io.vigie.events.SourceDefinition;
import io.vigie.ingest.discover.Entry;
import io.vigie.ingest.scrape.CanonicalUrl;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one look saw listed, against what was known: pages to remember, and pages to forget. */
final class ListedPages {

    /** Of one source. What is listed now is always kept, unless it alone is more. */
    static final int MOST_PAGES = 2_000;

    private static final int LONGEST_TITLE = 1_000;
    private static final int LONGEST_DATE = 100;

    private final SourceDefinition source;
    private final SourceMemory memory;
    private final Set<URI> listed = new HashSet<>();
    private boolean foundNew;
    private boolean incomplete;

    ListedPages(SourceDefinition source, SourceMemory memory) {
        this.source = source;
        this.memory = memory;
    }

    /** Whether anything listed so far was not known before. */
    boolean foundNew() {
        return foundNew;
    }

    /** A document of the look was not read: what is missing may well be listed there. */
    void incomplete() {
        incomplete = true;
    }

    /** The pages that these entries add or change. */
    List<PageState> changed(List<Entry> entries, Instant now) {
        List<PageState> changed = new ArrayList<>();
        for (Entry entry : entries) {
            URI link = Objects.requireNonNull(entry.link(), "the filter takes no entry without");
            URI id = CanonicalUrl.identity(link);
            if (!listed.add(id)) {
                continue;
            }
            PageState known = memory.page(id).orElse(null);
            if (known == null) {
                foundNew = true;
                changed.add(added(id, CanonicalUrl.of(link), entry, now));
            } else if (date(entry) != null && !Objects.equals(date(entry), known.listed())) {
                changed.add(redated(known, entry, now));
            }
        }
        return changed;
    }

    /** Pages that nobody lists any more and that are old, or too many. Only after a look that saw every listing. */
    List<PageState> forgotten(Instant now) {
        if (listed.isEmpty() || incomplete) {
            return List.of();
        }
        List<PageState> unlisted = memory.pages().stream()
                .filter(page -> !listed.contains(page.id()))
                .sorted(Comparator.comparing(PageState::firstSeen))
                .toList();
        int tooMany = memory.pages().size() - MOST_PAGES;
        List<PageState> forgotten = new ArrayList<>();
        for (PageState page : unlisted) {
            if (forgotten.size() < tooMany
                    || page.firstSeen().plus(Revisits.HORIZON).isBefore(now)) {
                forgotten.add(page);
            }
        }
        return forgotten;
    }

    private PageState added(URI id, URI uri, Entry entry, Instant now) {
        return new PageState(
                source.id(),
                id,
                uri,
                entry.title() == null ? null : PressItems.cut(entry.title(), LONGEST_TITLE),
                date(entry),
                Dates.sane(entry.date() == null ? null : entry.date().toInstant(), now),
                entry.editions(),
                null,
                null,
                Validators.NONE,
                now,
                null,
                now,
                0,
                0);
    }

    private PageState redated(PageState known, Entry entry, Instant now) {
        Instant wanted = Revisits.afterRedating(known.firstSeen(), known.lastRead(), source.every(), now);
        Instant planned = known.nextVisit();
        return new PageState(
                known.sourceId(),
                known.id(),
                known.uri(),
                known.title(),
                date(entry),
                known.published(),
                entry.editions().isEmpty() ? known.editions() : entry.editions(),
                known.item(),
                known.contentHash(),
                known.validators(),
                known.firstSeen(),
                known.lastRead(),
                planned != null && planned.isBefore(wanted) ? planned : wanted,
                known.failures(),
                known.gone());
    }

    private static @Nullable String date(Entry entry) {
        return entry.published() == null ? null : PressItems.cut(entry.published(), LONGEST_DATE);
    }
}
