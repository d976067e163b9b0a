package io.vigie.ingest.discover;

import io.vigie.ingest.discover.Discovered.Kind;
import io.vigie.ingest.markup.MarkupElement;
import io.vigie.ingest.markup.MarkupHandler;
import io.vigie.ingest.markup.MarkupReader;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sitemaps and sitemap indexes (sitemaps.org), with Google's news and hreflang extensions. */
final class SitemapReader implements MarkupHandler {

    /** As many as the protocol allows in one index. */
    private static final int MOST_CHILDREN = 50_000;

    private final EntryList entries = new EntryList();
    private final List<Entry> children = new ArrayList<>();
    private final @Nullable ZoneId zone;
    private int droppedChildren;
    private @Nullable MarkupElement block;
    private EntryBuilder entry;

    private SitemapReader(@Nullable ZoneId zone) {
        this.zone = zone;
        this.entry = new EntryBuilder(zone);
    }

    static Discovered read(Reader source, URI address, @Nullable ZoneId zone) throws IOException {
        SitemapReader reader = new SitemapReader(zone);
        MarkupReader.read(source, address, reader);
        reader.endBlock();
        return reader.discovered();
    }

    private Discovered discovered() {
        return new Discovered(
                Kind.SITEMAP, entries.kept(), children, List.of(), entries.dropped() + droppedChildren, null);
    }

    @Override
    public boolean start(MarkupElement element) {
        if (block == null) {
            if (element.name().equals("url") || element.name().equals("sitemap")) {
                block = element;
                entry = new EntryBuilder(zone);
            }
            return false;
        }
        if (element.name().equals("xhtml:link") || element.name().equals("link")) {
            edition(element);
        }
        return isStatement(element);
    }

    @Override
    public void end(MarkupElement element, String text) {
        if (element == block) {
            endBlock();
        } else if (block != null && isStatement(element)) {
            switch (element.name()) {
                case "loc" -> entry.link(0, element.base(), text);
                case "lastmod" -> entry.date(1, text);
                case "news:publication_date", "publication_date" -> entry.date(0, text);
                default -> entry.title(0, PlainText.ofEither(text));
            }
        }
    }

    @Override
    public @Nullable MarkupElement endedBy(String name, MarkupElement innermost) {
        return block != null && name.equals(block.name()) ? block : null;
    }

    private boolean isStatement(MarkupElement element) {
        MarkupElement parent = element.parent();
        return switch (element.name()) {
            case "loc", "lastmod" -> parent == block;
            case "news:title", "news:publication_date" -> true;
            // with a prefix or namespace that Google does not know
            case "title", "publication_date" -> parent != null && parent.name().endsWith("news");
            default -> false;
        };
    }

    private void edition(MarkupElement link) {
        String language = link.attribute("hreflang");
        if (language != null) {
            entry.edition(language, link.base(), link.attribute("href"));
        }
    }

    private void endBlock() {
        if (block != null && entry.hasLink()) {
            if (block.name().equals("url")) {
                entries.add(entry.build());
            } else {
                addChild(entry.build());
            }
        }
        block = null;
    }

    private void addChild(Entry child) {
        if (children.size() >= MOST_CHILDREN) {
            droppedChildren++;
        } else {
            children.add(child);
        }
    }
}
