package io.vigie.ingest.watch;

import io.vigie.events.FetchState.Validators;
import io.vigie.events.PageState;
import io.vigie.events.PressItem;
import io.vigie.events.SourceDefinition;
import io.vigie.events.WatchEntry;
import io.vigie.events.WatchEntry.Purpose;
import io.vigie.ingest.fetch.FetchOutcome;
import io.vigie.ingest.fetch.FetchOutcome.Fetched;
import io.vigie.ingest.fetch.FetchOutcome.RateLimited;
import io.vigie.ingest.watch.Journal.RefusedException;
import io.vigie.ingest.watch.PageReader.Reading;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a visit to a page means: an item to publish, nothing new, or a failure to come back from. */
final class Visitor {

    private static final int GONE_FOR_GOOD = 2;
    private static final Duration ROBOTS_PAUSE = Duration.ofHours(24);

    private final SourceDefinition source;
    private final SourceMemory memory;
    private final Tools tools;

    Visitor(SourceDefinition source, SourceMemory memory, Tools tools) {
        this.source = source;
        this.memory = memory;
        this.tools = tools;
    }

    /** What is to be committed after a visit. */
    Change hear(PageState page, FetchOutcome outcome) {
        Instant now = tools.clock().instant();
        return switch (outcome.kind()) {
            case FETCHED -> read(page, (Fetched) outcome, now);
            case NOT_MODIFIED -> Change.of(entry(page, outcome, null, now), seen(page, page.validators(), now));
            case GONE -> gone(page, outcome, now);
            case RATE_LIMITED -> failed(page, outcome, null, ((RateLimited) outcome).retryAfter(), now);
            case DISALLOWED -> failed(page, outcome, null, ROBOTS_PAUSE, now);
            case FAILED -> failed(page, outcome, null, null, now);
        };
    }

    /** The same visit, when something in it is too large to be written: without the page's bytes, then without the item. */
    Change smaller(PageState page, Change refused, RefusedException why) {
        PressItem item = Objects.requireNonNull(refused.item(), "a visit without item is small");
        WatchEntry entry = withReason(refused.entry(), "too-large");
        tools.meters().dropped("too-large", 1);
        if (refused.snapshot() != null) {
            Refusal refusal = Refusal.of(Refusal.Part.SNAPSHOT, item, why);
            return new Change(entry, null, refused.pages(), List.of(), item, null, refusal);
        }
        PageState left = left(page, Validators.NONE, entry.at());
        Refusal refusal = Refusal.of(Refusal.Part.ITEM, item, why);
        return new Change(entry, null, List.of(left), List.of(), null, null, refusal);
    }

    /** Counts a visit that was committed. */
    void count(Change change) {
        tools.meters().accepted();
        if (change.item() != null) {
            tools.meters().published(change.item());
        } else if (change.entry().reason() == null
                && !"gone".equals(change.entry().outcome())) {
            tools.meters().unchanged();
        } else {
            tools.meters().failed();
        }
    }

    private Change read(PageState page, Fetched fetched, Instant now) {
        if (!PageReader.isPage(fetched.contentType())) {
            return useless(page, fetched, "not-a-page", now);
        }
        if (isHome(fetched.uri()) && !isHome(page.uri())) {
            return failed(page, fetched, "redirected-home", null, now);
        }
        Reading reading = tools.pages().read(fetched, now).orElse(null);
        if (reading == null) {
            tools.meters().dropped("unreadable", 1);
            return failed(page, fetched, "unreadable", null, now);
        }
        if (reading.page().text().isBlank()
                && (page.title() == null || reading.page().title().isBlank())) {
            return failed(page, fetched, "empty", null, now);
        }
        PressItem item =
                PressItems.of(source, page, reading.page(), reading.snapshot().sha256(), now);
        if (memory.isAnotherPages(item.id(), page.id())) {
            tools.meters().dropped("another-address-of-an-item", 1);
            return Change.of(entry(page, fetched, null, now), left(page, fetched.validators(), now));
        }
        if (reading.page().text().length() > PressItems.LONGEST_BODY) {
            tools.meters().dropped("cut", 1);
        }
        String hash = PressItems.contentHash(item);
        if (hash.equals(page.contentHash())) {
            return Change.of(entry(page, fetched, null, now), seen(page, fetched.validators(), now));
        }
        PageState published = with(
                page,
                PressItems.withoutBody(item),
                hash,
                fetched.validators(),
                now,
                Revisits.afterSuccess(page.firstSeen(), source.every(), now),
                0,
                0);
        return new Change(
                entry(page, fetched, null, now), null, List.of(published), List.of(), item, reading.snapshot());
    }

    /** Nothing was wrong, and nothing will come of it. */
    private Change useless(PageState page, Fetched fetched, String reason, Instant now) {
        tools.meters().dropped(reason, 1);
        return Change.of(entry(page, fetched, reason, now), left(page, fetched.validators(), now));
    }

    /** Not to be visited again unless its listing changes. */
    private static PageState left(PageState page, Validators validators, Instant now) {
        return with(page, page.item(), page.contentHash(), validators, now, null, 0, 0);
    }

    private PageState seen(PageState page, Validators validators, Instant now) {
        Instant next = Revisits.afterSuccess(page.firstSeen(), source.every(), now);
        return with(page, page.item(), page.contentHash(), validators, now, next, 0, 0);
    }

    private Change gone(PageState page, FetchOutcome outcome, Instant now) {
        PressItem item = page.item();
        int gone = page.gone() + 1;
        if (item == null || page.contentHash() == null) {
            // Never read (some feeds list a page before it is there), or withdrawn already (it may come back).
            return Change.of(entry(page, outcome, null, now), missing(page, gone, now));
        }
        if (gone < GONE_FOR_GOOD) {
            Instant soon = now.plus(source.every());
            return Change.of(
                    entry(page, outcome, null, now),
                    with(page, item, page.contentHash(), page.validators(), page.lastRead(), soon, 0, gone));
        }
        PressItem withdrawn = item.withdrawn(now);
        PageState state =
                with(page, withdrawn, null, Validators.NONE, page.lastRead(), later(page, gone, now), 0, gone);
        return new Change(entry(page, outcome, null, now), null, List.of(state), List.of(), withdrawn, null);
    }

    private PageState missing(PageState page, int gone, Instant now) {
        return with(
                page,
                page.item(),
                null,
                Validators.NONE,
                page.lastRead(),
                later(page, gone, now),
                page.failures() + 1,
                gone);
    }

    private @Nullable Instant later(PageState page, int times, Instant now) {
        boolean old = Duration.between(page.firstSeen(), now).compareTo(Revisits.HORIZON) > 0;
        return old ? null : Revisits.afterFailure(times, source.every(), null, now);
    }

    private Change failed(
            PageState page, FetchOutcome outcome, @Nullable String reason, @Nullable Duration wish, Instant now) {
        int failures = page.failures() + 1;
        boolean old = Duration.between(page.firstSeen(), now).compareTo(Revisits.HORIZON) > 0;
        Instant next = old ? null : Revisits.afterFailure(failures, source.every(), wish, now);
        return Change.of(
                entry(page, outcome, reason, now),
                with(
                        page,
                        page.item(),
                        page.contentHash(),
                        page.validators(),
                        page.lastRead(),
                        next,
                        failures,
                        page.gone()));
    }

    private WatchEntry entry(PageState page, FetchOutcome outcome, @Nullable String reason, Instant now) {
        return SourceWatch.entry(source, page.uri(), Purpose.PAGE, outcome, reason, null, null, now);
    }

    private static WatchEntry withReason(WatchEntry entry, String reason) {
        return new WatchEntry(
                entry.sourceId(),
                entry.uri(),
                entry.purpose(),
                entry.outcome(),
                reason,
                entry.status(),
                entry.bytes(),
                entry.entries(),
                entry.at(),
                entry.tookMillis(),
                entry.silentSince());
    }

    private static PageState with(
            PageState page,
            @Nullable PressItem item,
            @Nullable String contentHash,
            Validators validators,
            @Nullable Instant lastRead,
            @Nullable Instant nextVisit,
            int failures,
            int gone) {
        return new PageState(
                page.sourceId(),
                page.id(),
                page.uri(),
                page.title(),
                page.listed(),
                page.published(),
                page.editions(),
                item,
                contentHash,
                validators,
                page.firstSeen(),
                lastRead,
                nextVisit,
                failures,
                gone);
    }

    private static boolean isHome(URI uri) {
        String path = uri.getRawPath();
        return (path == null || path.length() <= 1) && uri.getRawQuery() == null;
    }
}
