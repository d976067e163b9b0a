package io.vigie.ingest.watch;

import io.vigie.events.FetchState;
import io.vigie.events.FetchState.Validators;
import io.vigie.events.PageState;
import io.vigie.events.SourceDefinition;
import io.vigie.events.WatchEntry;
import io.vigie.events.WatchEntry.Purpose;
import io.vigie.ingest.fetch.FetchFailure;
import io.vigie.ingest.fetch.FetchOutcome;
import io.vigie.ingest.fetch.FetchRequest;
import io.vigie.ingest.watch.Journal.JournalException;
import io.vigie.ingest.watch.Journal.RefusedException;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches one source, one step at a time: a step fetches one address and commits what came of it. Between two steps
 * nothing is under way, so that a step can be taken by any thread, and another instance can take over after any.
 *
 * <p>What is to be done next follows from what is remembered alone: the source is due at {@link FetchState#nextPoll()},
 * each of its pages at {@link PageState#nextVisit()}. Not thread-safe: one step at a time.
 */
public final class SourceWatch {

    private static final Logger log = LoggerFactory.getLogger(SourceWatch.class);

    private final SourceDefinition source;
    private final SourceMemory memory;
    private final Journal journal;
    private final Tools tools;
    private final Discoverer discoverer;
    private final Visitor visitor;
    private final String fingerprint;
    private @Nullable Look look;
    private @Nullable Pending pending;

    public SourceWatch(SourceDefinition source, SourceMemory memory, Journal journal, Tools tools) {
        this.source = source;
        this.memory = memory;
        this.journal = journal;
        this.tools = tools;
        this.discoverer = new Discoverer(source, memory, tools);
        this.visitor = new Visitor(source, memory, tools);
        this.fingerprint = source.fingerprint();
    }

    public SourceDefinition source() {
        return source;
    }

    /** When the next step is due; in the past when it is due now. */
    public Instant due() {
        Instant poll = memory.state().nextPoll();
        if (look != null || poll == null || !isCurrent()) {
            return Instant.EPOCH;
        }
        Instant visit = memory.nextVisit();
        return visit != null && visit.isBefore(poll) ? visit : poll;
    }

    /** The address that the next step will ask for. */
    public URI next() {
        Pending decided = decide(tools.clock().instant());
        pending = decided;
        return decided.page() == null
                ? Objects.requireNonNull(decided.document()).uri()
                : decided.page().uri();
    }

    /**
     * Fetches one address and commits what came of it.
     *
     * @throws JournalException when this watch is void: its memory must be read again
     */
    public void step() throws JournalException {
        Pending decided = pending == null ? decide(tools.clock().instant()) : pending;
        pending = null;
        if (decided.page() != null) {
            visit(decided.page());
        } else {
            discover(Objects.requireNonNull(look), Objects.requireNonNull(decided.document()));
        }
    }

    /** What the next step will fetch: one of the two. */
    private record Pending(@Nullable PageState page, Look.@Nullable Document document) {}

    private Pending decide(Instant now) {
        if (look == null && !isPollDue(now)) {
            PageState page = memory.due(now).orElse(null);
            if (page != null) {
                return new Pending(page, null);
            }
        }
        Look current = look == null ? discoverer.begin(now) : look;
        look = current;
        return new Pending(null, Objects.requireNonNull(current.next(), "a look that is over is forgotten at once"));
    }

    private boolean isCurrent() {
        return fingerprint.equals(memory.state().definition());
    }

    private boolean isPollDue(Instant now) {
        Instant poll = memory.state().nextPoll();
        return poll == null || !poll.isAfter(now) || !isCurrent();
    }

    private void discover(Look current, Look.Document document) throws JournalException {
        Validators validators = discoverer.validators(current, document);
        tools.fetcher().fetch(new FetchRequest(document.uri(), validators, source.allowPrivate()), outcome -> {
            if (!isCancelled(outcome)) {
                commit(discoverer.hear(current, document, outcome));
            }
        });
        if (current.next() == null) {
            look = null;
        }
    }

    private void visit(PageState page) throws JournalException {
        tools.fetcher().fetch(new FetchRequest(page.uri(), page.validators(), source.allowPrivate()), outcome -> {
            if (!isCancelled(outcome)) {
                publish(page, outcome);
            }
        });
    }

    private void publish(PageState page, FetchOutcome outcome) throws JournalException {
        Change change = visitor.hear(page, outcome);
        while (true) {
            try {
                commitWhole(change);
                visitor.count(change);
                return;
            } catch (RefusedException e) {
                if (change.item() == null) {
                    throw refusedForGood(e);
                }
                log.atWarn()
                        .addKeyValue("source", source.id())
                        .addKeyValue("uri", page.uri())
                        .addKeyValue("reason", e.getMessage())
                        .log("too large for the journal");
                change = visitor.smaller(page, change, e);
            }
        }
    }

    private void commit(Change change) throws JournalException {
        try {
            commitWhole(change);
        } catch (RefusedException e) {
            throw refusedForGood(e);
        }
    }

    private JournalException refusedForGood(RefusedException e) {
        return new JournalException("the journal refuses what is known of source " + source.id(), e);
    }

    private void commitWhole(Change change) throws JournalException, RefusedException {
        journal.commit(change);
        memory.apply(change);
        tools.meters().fetched(change.entry());
    }

    private static boolean isCancelled(FetchOutcome outcome) {
        return outcome instanceof FetchOutcome.Failed failed && failed.failure() == FetchFailure.CANCELLED;
    }

    static WatchEntry entry(
            SourceDefinition source,
            URI asked,
            Purpose purpose,
            FetchOutcome outcome,
            @Nullable String reason,
            @Nullable Integer entries,
            @Nullable Instant silentSince,
            Instant now) {
        long bytes = outcome instanceof FetchOutcome.Fetched fetched ? fetched.body().length : 0;
        return new WatchEntry(
                source.id(),
                asked,
                purpose,
                outcome.kind().ledgerName(),
                reason == null ? outcome.reason() : reason,
                outcome.status(),
                bytes,
                entries,
                now,
                outcome.took().toMillis(),
                silentSince);
    }
}
