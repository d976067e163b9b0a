package io.vigie.ingest.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigie.ingest.discover.Discovered;
import io.vigie.ingest.discover.DocumentReader;
import io.vigie.ingest.discover.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a stored feed, sitemap or listing: {@code vigie discover}. Thread-safe. */
public final class DiscoverCheck {

    private final DocumentReader reader = new DocumentReader();

    /**
     * What a document lists.
     *
     * @param kind {@code rss}, {@code atom}, {@code rdf}, {@code json-feed}, {@code sitemap} or {@code html}
     * @param entries in the order of the document; of a sitemap index, the sitemaps that it lists
     */
    public record Listed(String path, String url, String kind, List<Link> entries) implements Answer {

        public Listed {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One entry.
     *
     * @param link absolute; absent when the document gives none
     * @param title absent when the document gives none
     * @param published ISO-8601; absent when the document states no date, or one that cannot be understood
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Link(
            @Nullable String link,
            @Nullable String title,
            @Nullable String published) {

        static Link of(Entry entry) {
            return new Link(
                    entry.link() == null ? null : entry.link().toString(), entry.title(), Answer.iso(entry.date()));
        }
    }

    /**
     * Answers one line of a list.
     *
     * @param line {@code path<TAB>url<TAB>content-type}, the last optional
     * @param list where the line stands
     */
    public Answer answer(String line, Path list) {
        ListedFile file = ListedFile.parse(line);
        try {
            Discovered found = reader.read(file.bytes(list), file.contentType(), file.uri(), null);
            if (found.kind() == null) {
                return new Unread(
                        file.path(),
                        file.url(),
                        found.error() == null ? "unreadable" : found.error().message());
            }
            List<Link> links = Stream.concat(found.children().stream(), found.entries().stream())
                    .map(Link::of)
                    .toList();
            return new Listed(file.path(), file.url(), found.kind().label(), links);
        } catch (IOException e) {
            return new Unread(file.path(), file.url(), Answer.message(e));
        }
    }
}
