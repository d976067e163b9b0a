package io.vigie.ingest.watch;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a discovery document was found to hold.
 *
 * @param kind what the document is
 * @param entries in the order of the document
 * @param children further sitemaps of an index, the newest first
 * @param feeds that an HTML page announces, the likeliest first
 */
record Found(Kind kind, List<Entry> entries, List<URI> children, List<URI> feeds) {

    enum Kind {
        FEED,
        SITEMAP,
        HTML
    }

    /**
     * One link to a page.
     *
     * @param title absent when the document gives none
     * @param listed the date, verbatim; absent when the document gives none
     * @param published the same date, understood; absent when there is none
     */
    record Entry(
            URI link,
            @Nullable String title,
            @Nullable String listed,
            @Nullable Instant published) {}
}
