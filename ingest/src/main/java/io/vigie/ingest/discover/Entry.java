package io.vigie.ingest.discover;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A press item as a feed, sitemap or listing announces it: where it is, and what is said of it there.
 *
 * @param link absolute http or https address; letters outside ASCII as written, characters that no URI may have
 *     percent-encoded; absent when the document gives none
 * @param title plain text without markup, one line; absent when there is none
 * @param published the date as stated, verbatim; absent when none is stated
 * @param date the same, understood; absent when there is none that could be
 * @param editions addresses of the same item in other languages, by BCP 47 tag in lower case, for example {@code pt-br}
 */
public record Entry(
        @Nullable URI link,
        @Nullable String title,
        @Nullable String published,
        @Nullable OffsetDateTime date,
        Map<String, URI> editions) {

    public Entry {
        editions = Map.copyOf(editions);
    }
}
