package io.vigie.ingest.watch;

import io.vigie.events.SourceDefinition;
import io.vigie.events.SourceDefinition.Kind;
import io.vigie.ingest.discover.Discovered;
import io.vigie.ingest.discover.Entry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One look at a source: which documents to read, in which order, and which entries to take from them.
 *
 * <p>A source of kind {@code auto} is read where its entries were found last. When that gives nothing, or nothing new for
 * suspiciously long, the look starts afresh: the source's own address, the feeds it announces, the site's sitemaps, and
 * last the links on the page itself. Does no I/O: {@link #next()} says what to read, {@link #read} and
 * {@link #failed} hear what came of it.
 */
final class Look {

    private static final int MOST_DOCUMENTS = 50;
    private static final int MOST_FEEDS = 3;
    private static final int MOST_GUESSES = 5;
    private static final int DEEPEST = 3;
    private static final Comparator<Entry> NEWEST_FIRST = Comparator.comparing((Entry child) ->
                    child.date() == null ? Instant.MIN : child.date().toInstant())
            .reversed();

    private static final Pattern NEWSY = Pattern.compile("(?i)news|press|actualit|release|article");

    /**
     * A document to read.
     *
     * @param depth how many documents led to it
     */
    record Document(URI uri, Role role, int depth) {}

    enum Role {
        /** Where entries were found last. */
        KNOWN,
        /** The source's own address. */
        OWN,
        /** Announced by a page. */
        FEED,
        /** Named by robots.txt, or where sitemaps usually stand: it may list all of the site. */
        GUESSED,
        /** Listed in a sitemap index. */
        CHILD
    }

    private final SourceDefinition source;
    private final boolean afresh;
    private final Deque<Document> pending = new ArrayDeque<>();
    private final Set<URI> asked = new HashSet<>();
    private List<URI> announced = List.of();
    private List<Entry> onOwnPage = List.of();
    private boolean ownPageIsHtml;
    private boolean guessed;
    private boolean found;
    private boolean understood;
    private @Nullable URI via;
    private @Nullable Duration wish;

    private Look(SourceDefinition source, boolean afresh, @Nullable URI via) {
        this.source = source;
        this.afresh = afresh;
        add(via == null ? new Document(source.url(), Role.OWN, 0) : new Document(via, Role.KNOWN, 0));
    }

    /** A look that forgets where entries were found before. */
    static Look afresh(SourceDefinition source) {
        return new Look(source, true, null);
    }

    /**
     * A look that begins where entries were found last.
     *
     * @param via absent when that is the source's own address
     */
    static Look from(SourceDefinition source, @Nullable URI via) {
        return new Look(source, false, source.kind() == Kind.AUTO ? via : null);
    }

    boolean isAfresh() {
        return afresh;
    }

    /** The document to read next; absent when the look is over. */
    @Nullable
    Document next() {
        return pending.peekFirst();
    }

    /** Hears which sitemaps the robots.txt of the source's site names. */
    void announced(List<URI> sitemaps) {
        announced = List.copyOf(sitemaps);
    }

    /**
     * Hears what a document held.
     *
     * @param wanted those of its entries that the source wants
     * @return the entries to take, of this document or of one before it
     */
    List<Entry> read(Document document, Discovered content, List<Entry> wanted) {
        pending.remove(document);
        understood |=
                content.kind() != Discovered.Kind.HTML || source.kind() == Kind.LISTING || source.kind() == Kind.AUTO;
        boolean leads = follow(document, content);
        List<Entry> entries = entries(document, content, wanted);
        if (entries.isEmpty() && !leads) {
            return otherwise();
        }
        foundIn(document);
        return entries;
    }

    /** May this document be asked for conditionally next time? Not when it leads to others, which a 304 would hide. */
    boolean isLeaf(Document document, Discovered content) {
        boolean ownPage = document.role() == Role.OWN && source.kind() == Kind.AUTO;
        return content.children().isEmpty()
                && !content.entries().isEmpty()
                && !(content.kind() == Discovered.Kind.HTML && ownPage);
    }

    /** Hears that a document did not change: its entries are known. */
    void unchanged(Document document) {
        pending.remove(document);
        understood = true;
        foundIn(document);
    }

    /**
     * Hears that a document could not be read.
     *
     * @param wish how long the server wants to be left alone, which ends the look; absent when it did not say
     * @return the entries to take instead
     */
    List<Entry> failed(Document document, @Nullable Duration wish) {
        pending.remove(document);
        if (wish != null) {
            this.wish = wish;
            pending.clear();
            return List.of();
        }
        return otherwise();
    }

    /** Was any document what it should be? It may well have held nothing. */
    boolean succeeded() {
        return understood;
    }

    /** Where to begin next time; absent to start afresh. */
    @Nullable
    URI via() {
        return source.kind() == Kind.AUTO ? via : null;
    }

    /** How long the server wants to be left alone; absent when it did not say. */
    @Nullable
    Duration wish() {
        return wish;
    }

    /** Whether the document leads to others that surely hold what is wanted. */
    private boolean follow(Document document, Discovered content) {
        int depth = document.depth() + 1;
        List<URI> children = content.children().stream()
                .sorted(NEWEST_FIRST)
                .map(Entry::link)
                .filter(Objects::nonNull)
                .toList();
        if (document.role() != Role.GUESSED) {
            children.forEach(child -> add(new Document(child, Role.CHILD, depth)));
            return !children.isEmpty();
        }
        children.stream()
                .filter(child -> !source.include().isEmpty() || isNewsy(child))
                .limit(MOST_GUESSES)
                .forEach(child -> add(new Document(child, Role.GUESSED, depth)));
        return false;
    }

    private static boolean isNewsy(URI sitemap) {
        return NEWSY.matcher(sitemap.toString()).find();
    }

    private List<Entry> entries(Document document, Discovered content, List<Entry> wanted) {
        if (content.kind() != Discovered.Kind.HTML) {
            return document.role() == Role.GUESSED && !isPress(wanted) ? List.of() : wanted;
        }
        return switch (source.kind()) {
            case LISTING -> wanted;
            case AUTO -> ofPage(document, content, wanted);
            case FEED -> {
                announce(document, content);
                yield List.of();
            }
            case SITEMAP -> List.of();
        };
    }

    private void foundIn(Document document) {
        found = true;
        pending.removeIf(other -> other.role() == Role.FEED || other.role() == Role.GUESSED); // one of them is enough
        if (document.role() != Role.CHILD) {
            via = document.uri();
        }
    }

    private List<Entry> ofPage(Document document, Discovered content, List<Entry> wanted) {
        if (document.role() == Role.KNOWN) {
            return wanted;
        }
        if (document.role() == Role.OWN) {
            ownPageIsHtml = true;
            onOwnPage = wanted;
            announce(document, content);
        }
        return List.of();
    }

    private void announce(Document document, Discovered content) {
        content.feeds().stream()
                .limit(MOST_FEEDS)
                .forEach(feed -> add(new Document(feed, Role.FEED, document.depth() + 1)));
    }

    /** What to turn to when a document gave nothing. */
    private List<Entry> otherwise() {
        if (found || source.kind() != Kind.AUTO || !pending.isEmpty()) {
            return List.of();
        }
        if (!asked.contains(source.url())) {
            add(new Document(source.url(), Role.OWN, 0));
            return List.of();
        }
        if (ownPageIsHtml && guess()) {
            return List.of();
        }
        if (!onOwnPage.isEmpty()) {
            found = true;
            via = source.url();
        }
        return onOwnPage;
    }

    /** Sitemaps that robots.txt names, those of news first; else the one that stands where it usually does. */
    private boolean guess() {
        if (guessed) {
            return false;
        }
        guessed = true;
        announced.stream()
                .sorted(Comparator.comparing(sitemap -> !isNewsy(sitemap)))
                .limit(MOST_GUESSES)
                .forEach(sitemap -> add(new Document(sitemap, Role.GUESSED, 1)));
        return !pending.isEmpty() || add(new Document(source.url().resolve("/sitemap.xml"), Role.GUESSED, 1));
    }

    /** A sitemap that the page itself did not point at lists the whole site: it is used when it is one of news, or can be told apart. */
    private boolean isPress(List<Entry> entries) {
        return !source.include().isEmpty() || entries.stream().anyMatch(entry -> entry.title() != null);
    }

    private boolean add(Document document) {
        boolean fresh = document.depth() <= DEEPEST && asked.size() < MOST_DOCUMENTS && asked.add(document.uri());
        if (fresh) {
            pending.add(document);
        }
        return fresh;
    }
}
