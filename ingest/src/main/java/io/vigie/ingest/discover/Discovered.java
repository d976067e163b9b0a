package io.vigie.ingest.discover;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one document says about where the news is.
 *
 * @param kind what the document is; absent when it is nothing that could be read
 * @param entries press items in the order of the document
 * @param children sitemaps that a sitemap index lists, in its order; their dates are those of the last change
 * @param feeds that an HTML page advertises, in the order of the page
 * @param dropped entries and children beyond what one document may list: the oldest ones where dates are stated
 * @param error why there is nothing; absent when the document could be read, however little it lists
 */
public record Discovered(
        @Nullable Kind kind,
        List<Entry> entries,
        List<Entry> children,
        List<URI> feeds,
        int dropped,
        @Nullable Problem error) {

    /** Kinds of documents, by the names that {@code vigie discover} prints. */
    public enum Kind {
        RSS("rss"),
        ATOM("atom"),
        RDF("rdf"),
        JSON_FEED("json-feed"),
        SITEMAP("sitemap"),
        HTML("html");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** For example {@code json-feed}. */
        public String label() {
            return label;
        }
    }

    /** Why nothing could be read. */
    public enum Problem {
        EMPTY("the document is empty"),
        UNRECOGNISED("neither a feed nor a sitemap nor a page");

        private final String message;

        Problem(String message) {
            this.message = message;
        }

        /** For people, without a full stop. */
        public String message() {
            return message;
        }
    }

    public Discovered {
        entries = List.copyOf(entries);
        children = List.copyOf(children);
        feeds = List.copyOf(feeds);
    }

    static Discovered entries(Kind kind, EntryList entries) {
        return new Discovered(kind, entries.kept(), List.of(), List.of(), entries.dropped(), null);
    }

    static Discovered problem(Problem problem) {
        return new Discovered(null, List.of(), List.of(), List.of(), 0, problem);
    }
}
