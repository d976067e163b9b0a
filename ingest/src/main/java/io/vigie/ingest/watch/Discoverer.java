package io.vigie.ingest.watch;

import io.vigie.events.FetchState;
import io.vigie.events.FetchState.Validators;
import io.vigie.events.PageState;
import io.vigie.events.SourceDefinition;
import io.vigie.events.WatchEntry;
import io.vigie.events.WatchEntry.Purpose;
import io.vigie.ingest.discover.Discovered;
import io.vigie.ingest.discover.Entry;
import io.vigie.ingest.fetch.FetchOutcome;
import io.vigie.ingest.fetch.FetchOutcome.Fetched;
import io.vigie.ingest.fetch.FetchOutcome.RateLimited;
import io.vigie.ingest.scrape.CanonicalUrl;
import io.vigie.ingest.watch.Look.Document;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the documents of a {@link Look} mean: pages to remember, pages to forget, and when to look again. */
final class Discoverer {

    private static final Logger log = LoggerFactory.getLogger(Discoverer.class);

    /** Of one source. What is listed now is always kept, unless it alone is more. */
    static final int MOST_PAGES = 2_000;

    private static final int MOST_VALIDATORS = 60;
    private static final int LONGEST_DATE = 100;
    private static final Duration SILENCE = Duration.ofDays(14);

    private final SourceDefinition source;
    private final SourceMemory memory;
    private final Tools tools;
    private final EntryFilter filter;
    private final Set<URI> listed = new HashSet<>();
    private boolean foundNew;
    private boolean listedAll;

    Discoverer(SourceDefinition source, SourceMemory memory, Tools tools) {
        this.source = source;
        this.memory = memory;
        this.tools = tools;
        this.filter = new EntryFilter(source);
    }

    /** Begins a look; afresh when the source's address changed, or nothing new came for suspiciously long. */
    Look begin(Instant now) {
        listed.clear();
        foundNew = false;
        listedAll = true;
        FetchState state = memory.state();
        boolean suspect =
                state.lastNew() != null && state.lastNew().plus(SILENCE).isBefore(now);
        if (suspect) {
            tools.meters().suspect();
            log.atInfo()
                    .addKeyValue("source", source.id())
                    .addKeyValue("since", state.lastNew())
                    .log("suspiciously silent, looking afresh");
        }
        boolean changed = !source.fingerprint().equals(state.definition());
        return new Look(source, suspect || changed ? null : state.via());
    }

    /** What is to be committed after a document was asked for. */
    Change hear(Look look, Document document, FetchOutcome outcome) {
        Instant now = tools.clock().instant();
        List<Entry> entries = List.of();
        @Nullable Validators validators = null;
        @Nullable String reason = null;
        @Nullable
        Discovered found = outcome instanceof Fetched fetched
                ? tools.documents().read(fetched, source.listing()).orElse(null)
                : null;
        if (found != null && outcome instanceof Fetched fetched) {
            EntryFilter.Taken taken = filter.take(found.entries());
            tools.meters().dropped("excluded", taken.excluded());
            tools.meters().dropped("over-limit", taken.beyondLimit() + found.dropped());
            entries = look.read(document, found, taken.entries());
            reason = look.succeeded() ? null : "not-a-" + source.kind().name().toLowerCase(Locale.ROOT);
            validators = look.isLeaf(document, found) ? fetched.validators() : Validators.NONE;
        } else if (outcome instanceof FetchOutcome.NotModified) {
            look.unchanged(document);
            listedAll = false;
        } else {
            reason = outcome instanceof Fetched ? "unreadable" : null;
            entries = look.failed(document, outcome instanceof RateLimited limited ? limited.retryAfter() : null);
            listedAll = false;
        }
        List<PageState> pages = pages(entries, now);
        WatchEntry entry = SourceWatch.entry(
                source, document.uri(), Purpose.DISCOVERY, outcome, reason, found == null ? null : entries.size(), now);
        boolean over = look.next() == null;
        List<PageState> forgotten = over ? forgotten(now) : List.of();
        FetchState state = state(document, validators, look, over, now);
        return new Change(entry, state, pages, forgotten, null, null);
    }

    private List<PageState> pages(List<Entry> entries, Instant now) {
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

    private PageState added(URI id, URI uri, Entry entry, Instant now) {
        return new PageState(
                source.id(),
                id,
                uri,
                entry.title() == null ? null : PressItems.cut(entry.title(), 1_000),
                date(entry),
                Dates.sane(entry.date() == null ? null : entry.date().toInstant(), now),
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

    /** Pages that nobody lists any more and that are old, or too many. Only after a look that saw every listing. */
    private List<PageState> forgotten(Instant now) {
        if (listed.isEmpty() || !listedAll) {
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

    private FetchState state(Document document, @Nullable Validators fresh, Look look, boolean over, Instant now) {
        FetchState before = memory.state();
        Map<URI, Validators> validators =
                new HashMap<>(source.fingerprint().equals(before.definition()) ? before.validators() : Map.of());
        if (fresh != null) {
            validators.remove(document.uri());
            if (!fresh.equals(Validators.NONE) && validators.size() < MOST_VALIDATORS) {
                validators.put(document.uri(), fresh);
            }
        }
        if (!over) {
            return new FetchState(
                    source.id(),
                    before.definition(),
                    before.via(),
                    source.fingerprint().equals(before.definition()) ? validators : Map.of(),
                    before.failures(),
                    before.pace(),
                    foundNew ? now : before.lastNew(),
                    before.nextPoll());
        }
        int failures = look.succeeded() ? 0 : before.failures() + 1;
        Duration pace = look.succeeded() ? Pace.next(before.pace(), source.every(), foundNew) : before.pace();
        Duration polled = pace == null ? source.every() : pace;
        return new FetchState(
                source.id(),
                source.fingerprint(),
                look.via(),
                validators,
                failures,
                pace,
                foundNew || before.lastNew() == null ? now : before.lastNew(),
                Pace.nextPoll(polled, failures, look.wish(), now, tools.random()));
    }
}
