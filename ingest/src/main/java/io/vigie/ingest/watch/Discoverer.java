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
import io.vigie.ingest.rhythm.NextPoll;
import io.vigie.ingest.rhythm.PollRhythm;
import io.vigie.ingest.watch.Look.Document;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the documents of a {@link Look} mean: pages to remember, pages to forget, and when to look again. */
final class Discoverer {

    private static final Logger log = LoggerFactory.getLogger(Discoverer.class);

    private static final int MOST_VALIDATORS = 60;

    /** A source that is silent for good is not gone through again and again. */
    private static final Duration BETWEEN_FRESH_LOOKS = Duration.ofHours(24);

    private final SourceDefinition source;
    private final SourceMemory memory;
    private final Tools tools;
    private final EntryFilter filter;
    private ListedPages pages;
    private Instant lastFreshLook = Instant.MIN;

    Discoverer(SourceDefinition source, SourceMemory memory, Tools tools) {
        this.source = source;
        this.memory = memory;
        this.tools = tools;
        this.filter = new EntryFilter(source);
        this.pages = new ListedPages(source, memory);
    }

    /** Begins a look; afresh when the source's address changed, or, once a day, while it is suspiciously silent. */
    Look begin(Instant now) {
        pages = new ListedPages(source, memory);
        FetchState state = memory.state();
        boolean afresh = !source.fingerprint().equals(state.definition());
        Instant silentSince = silentSince(now).orElse(null);
        if (silentSince != null) {
            tools.meters().suspect();
        }
        if (silentSince != null && lastFreshLook.isBefore(now.minus(BETWEEN_FRESH_LOOKS))) {
            log.atInfo()
                    .addKeyValue("source", source.id())
                    .addKeyValue("since", silentSince)
                    .log("suspiciously silent, looking afresh");
            afresh = true;
        }
        lastFreshLook = afresh ? now : lastFreshLook;
        return afresh ? Look.afresh(source) : Look.from(source, state.via());
    }

    /** With which a document of a look is asked for; none in a fresh one: what lies in somebody's cache is not looked at. */
    Validators validators(Look look, Document document) {
        return look.isAfresh()
                ? Validators.NONE
                : memory.state().validators().getOrDefault(document.uri(), Validators.NONE);
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
            look.announced(tools.fetcher().sitemaps(source.url(), source.allowPrivate()));
            entries = look.read(document, found, taken.entries());
            reason = look.succeeded() ? null : "not-a-" + source.kind().name().toLowerCase(Locale.ROOT);
            validators = look.isLeaf(document, found) ? fetched.validators() : Validators.NONE;
        } else if (outcome instanceof FetchOutcome.NotModified) {
            look.unchanged(document);
            pages.incomplete();
        } else {
            reason = outcome instanceof Fetched ? "unreadable" : null;
            entries = look.failed(document, outcome instanceof RateLimited limited ? limited.retryAfter() : null);
            pages.incomplete();
        }
        List<PageState> changed = pages.changed(entries, now);
        @Nullable Integer count = found == null ? null : entries.size();
        if (look.next() != null) {
            WatchEntry entry = entry(document, outcome, reason, count, null, now);
            return new Change(entry, underWay(document, validators, now), changed, List.of(), null, null);
        }
        Instant silentSince =
                look.succeeded() && !pages.foundNew() ? silentSince(now).orElse(null) : null;
        WatchEntry entry = entry(document, outcome, reason, count, silentSince, now);
        FetchState state = over(document, validators, look, changed, now);
        return new Change(entry, state, changed, pages.forgotten(now), null, null);
    }

    private WatchEntry entry(
            Document document,
            FetchOutcome outcome,
            @Nullable String reason,
            @Nullable Integer entries,
            @Nullable Instant silentSince,
            Instant now) {
        return SourceWatch.entry(source, document.uri(), Purpose.DISCOVERY, outcome, reason, entries, silentSince, now);
    }

    /** Since when the silence of the source is odd; of one that never listed anything, since it was first looked at. */
    private Optional<Instant> silentSince(Instant now) {
        Instant firstLook = memory.state().lastNew();
        if (memory.pages().isEmpty() && firstLook != null) {
            return Optional.of(firstLook)
                    .filter(since -> since.plus(PollRhythm.PATIENCE).isBefore(now));
        }
        return PollRhythm.of(memory.sightings(), now).suspectSince();
    }

    private FetchState underWay(Document document, @Nullable Validators fresh, Instant now) {
        FetchState before = memory.state();
        boolean current = source.fingerprint().equals(before.definition());
        return new FetchState(
                source.id(),
                before.definition(),
                before.via(),
                current ? validators(before, document, fresh) : Map.of(),
                before.failures(),
                before.pace(),
                pages.foundNew() ? now : before.lastNew(),
                before.nextPoll());
    }

    private FetchState over(
            Document document, @Nullable Validators fresh, Look look, List<PageState> changed, Instant now) {
        FetchState before = memory.state();
        int failures = look.succeeded() ? 0 : before.failures() + 1;
        Duration pace = PollRhythm.of(memory.sightingsWith(changed), now).pause(source.every());
        return new FetchState(
                source.id(),
                source.fingerprint(),
                look.via(),
                validators(before, document, fresh),
                failures,
                pace,
                pages.foundNew() || before.lastNew() == null ? now : before.lastNew(),
                NextPoll.after(now, source.id(), pace, failures, look.wish()));
    }

    private Map<URI, Validators> validators(FetchState before, Document document, @Nullable Validators fresh) {
        Map<URI, Validators> validators =
                new HashMap<>(source.fingerprint().equals(before.definition()) ? before.validators() : Map.of());
        if (fresh != null) {
            validators.remove(document.uri());
            if (!fresh.equals(Validators.NONE) && validators.size() < MOST_VALIDATORS) {
                validators.put(document.uri(), fresh);
            }
        }
        return validators;
    }
}
