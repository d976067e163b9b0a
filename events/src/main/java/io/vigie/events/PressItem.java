package io.vigie.events;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A press item as read from its page, in the terms of schema.org {@code NewsArticle} and IPTC ninjs: a value of
 * {@code vigie.press-items}, key = {@link #id()}. A changed page is published again under the same id.
 *
 * @param id {@link ItemId} of the canonical address
 * @param uri canonical address of the page
 * @param pubStatus state in IPTC ninjs terms: {@code canceled} when the page was withdrawn
 * @param headline plain text, never HTML; empty when the page has none
 * @param body plain text, one paragraph a line, without boilerplate; empty when withdrawn
 * @param byline names of the authors as printed, in order; empty when none is printed
 * @param language BCP 47, for example {@code fr}; absent when it could not be told
 * @param datePublished as stated by the page or its feed; absent when neither states one
 * @param dateModified as stated by the page; absent when it states none
 * @param outlet who publishes
 * @param editions addresses of the same text in other languages, by BCP 47 tag
 * @param snapshot SHA-256 of the page bytes, lower-case hex: the key in {@code vigie.page-snapshots}
 * @param detectedAt when the page was read
 */
public record PressItem(
        String id,
        URI uri,
        PubStatus pubStatus,
        String headline,
        String body,
        List<String> byline,
        @Nullable String language,
        @Nullable Instant datePublished,
        @Nullable Instant dateModified,
        Outlet outlet,
        Map<String, URI> editions,
        @Nullable String snapshot,
        Instant detectedAt) {

    public PressItem {
        byline = List.copyOf(byline);
        editions = Map.copyOf(editions);
    }

    /** The same item, withdrawn: no text, its last headline kept so that people know what is gone. */
    public PressItem withdrawn(Instant at) {
        return new PressItem(
                id,
                uri,
                PubStatus.CANCELED,
                headline,
                "",
                byline,
                language,
                datePublished,
                dateModified,
                outlet,
                editions,
                null,
                at);
    }
}
