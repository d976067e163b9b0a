package io.vigie.ingest.discover;

import io.vigie.ingest.discover.Discovered.Kind;
import io.vigie.ingest.markup.MarkupElement;
import io.vigie.ingest.markup.MarkupHandler;
import io.vigie.ingest.markup.MarkupReader;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * RSS in all its versions, RDF, Atom 0.3 and 1.0, and CDF. Vocabularies are not kept apart: an {@code atom:updated} in
 * RSS or a {@code pubDate} in Atom means what it says.
 */
final class FeedReader implements MarkupHandler {

    /** What an item is called: in RSS and CDF, in Atom. */
    private static final Set<String> ENTRIES = Set.of("item", "entry");

    private static final Map<String, Integer> TITLES =
            Map.of("title", 0, "dc:title", 1, "dcterms:title", 1, "media:title", 2, "itunes:title", 3);

    /** When it was published goes before when it was written, and that before when it was changed. */
    private static final Map<String, Integer> DATES = Map.ofEntries(
            Map.entry("pubdate", 0),
            Map.entry("published", 0),
            Map.entry("issued", 0),
            Map.entry("dcterms:issued", 1),
            Map.entry("prism:publicationdate", 1),
            Map.entry("dc:date", 2),
            Map.entry("dcterms:date", 2),
            Map.entry("date", 2),
            Map.entry("created", 3),
            Map.entry("dcterms:created", 3),
            Map.entry("dcterms:available", 3),
            Map.entry("updated", 4),
            Map.entry("modified", 4),
            Map.entry("dcterms:modified", 4),
            Map.entry("dc:modified", 4),
            Map.entry("prism:modificationdate", 4),
            Map.entry("lastbuilddate", 5),
            Map.entry("lastmod", 5));

    private static final int OF_MEDIA = 4;

    /** Elements whose children may speak for the entry; a picture's title does where there is no better one. */
    private static final Set<String> MEDIA = Set.of("media:group", "media:content");

    /** Elements that hold text and no other element, so that another one starting inside shows a missing end tag. */
    private static final Set<String> LEAVES = Set.of(
            "title",
            "link",
            "guid",
            "id",
            "pubdate",
            "published",
            "updated",
            "issued",
            "modified",
            "created",
            "author",
            "category",
            "comments",
            "dc:date",
            "dc:title",
            "dc:creator",
            "dc:subject",
            "dcterms:issued");

    /** Elements whose start within a leaf shows that the leaf has ended. */
    private static final Set<String> SIBLINGS = Set.of(
            "title",
            "link",
            "guid",
            "id",
            "pubdate",
            "published",
            "updated",
            "issued",
            "modified",
            "created",
            "author",
            "category",
            "comments",
            "description",
            "content",
            "summary",
            "enclosure",
            "source",
            "content:encoded",
            "dc:date",
            "dc:title",
            "dc:creator",
            "dc:subject",
            "dcterms:issued");

    private final EntryList entries = new EntryList();
    private final @Nullable ZoneId zone;
    private @Nullable Kind kind;
    private @Nullable MarkupElement entryElement;
    private EntryBuilder entry;

    private FeedReader(@Nullable ZoneId zone) {
        this.zone = zone;
        this.entry = new EntryBuilder(zone);
    }

    /**
     * Reads a feed. Where it breaks off within an entry, the entry is what was whole of it.
     *
     * @param zone of dates that state none; UTC when absent
     */
    static Discovered read(Reader source, URI address, @Nullable ZoneId zone) throws IOException {
        FeedReader reader = new FeedReader(zone);
        MarkupReader.read(source, address, reader);
        reader.endEntry();
        return Discovered.entries(reader.kind == null ? Kind.RSS : reader.kind, reader.entries);
    }

    @Override
    public boolean start(MarkupElement element) {
        if (kind == null) {
            kind = kindOf(element);
        }
        if (ENTRIES.contains(element.name()) && entryElement == null) {
            startEntry(element);
            return false;
        }
        return isStatement(element) && statement(element);
    }

    @Override
    public void end(MarkupElement element, String text) {
        if (element == entryElement) {
            endEntry();
        } else if (isStatement(element)) {
            statement(element, text);
        }
    }

    @Override
    public @Nullable MarkupElement endedBy(String name, MarkupElement innermost) {
        if (entryElement == null) {
            return null;
        }
        if (ENTRIES.contains(name)) {
            return entryElement;
        }
        boolean missing =
                LEAVES.contains(innermost.name()) && SIBLINGS.contains(name) && innermost.parent() == entryElement;
        return missing ? innermost : null;
    }

    private static @Nullable Kind kindOf(MarkupElement root) {
        return switch (root.name()) {
            case "rss", "channel", "item" -> Kind.RSS;
            case "rdf:rdf", "rdf" -> Kind.RDF;
            case "feed", "entry" -> Kind.ATOM;
            default -> null;
        };
    }

    /** A child of the entry: what stands deeper is about its author, its source or its pictures. */
    private boolean isStatement(MarkupElement element) {
        MarkupElement parent = element.parent();
        if (entryElement == null || parent == null) {
            return false;
        }
        return parent == entryElement || (MEDIA.contains(parent.name()) && parent.parent() == entryElement);
    }

    private void startEntry(MarkupElement element) {
        entryElement = element;
        entry = new EntryBuilder(zone);
        entry.link(7, element.base(), element.attribute("rdf:about"));
        entry.link(1, element.base(), element.attribute("href")); // CDF
        entry.date(5, element.attribute("lastmod"));
    }

    private void endEntry() {
        if (entryElement != null && !entry.isEmpty()) {
            entries.add(entry.build());
        }
        entryElement = null;
    }

    /** What the start tag says. */
    private boolean statement(MarkupElement element) {
        String name = element.name();
        switch (name) {
            case "link" -> {
                FeedLinks.read(element, entry);
                return true;
            }
            case "a" -> entry.link(1, element.base(), element.attribute("href")); // CDF
            case "content" -> entry.link(8, element.base(), element.attribute("src"));
            case "guid", "id", "feedburner:origlink", "pheedo:origlink" -> {
                return true;
            }
            default -> {
                return TITLES.containsKey(name) || DATES.containsKey(name);
            }
        }
        return false;
    }

    /** What the text says. */
    private void statement(MarkupElement element, String text) {
        String name = element.name();
        Integer titleRank = TITLES.get(name);
        Integer dateRank = DATES.get(name);
        if (titleRank != null) {
            entry.title(
                    element.parent() == entryElement ? titleRank : OF_MEDIA,
                    FeedTitles.plain(element, text, kind == Kind.ATOM));
        } else if (dateRank != null) {
            entry.date(dateRank, text);
        } else {
            FeedLinks.read(element, text, entry);
        }
    }
}
