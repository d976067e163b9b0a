package io.vigie.ingest.scrape;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page says, without what surrounds it. All text is plain, never HTML.
 *
 * @param title headline without the outlet's name; empty when the page has none
 * @param text body, one paragraph a line; empty when the page holds no text at all
 * @param published when the page says it was published, in the zone it states; a date without time is 00:00Z of that
 *     day; absent when no date was found
 * @param modified when the page says it was last changed; absent when it does not
 * @param byline names of people or organisations as printed, without "By" or "Par", in order; empty when none is printed
 * @param language BCP 47 primary language, for example {@code fr}; absent when it is neither declared nor detectable
 * @param canonical address of the item: the page's own claim when it can be trusted, else the address it was read from
 * @param editions the same text in other languages, by BCP 47 tag as declared ({@code hreflang}), in page order
 * @param links addresses the page links to
 */
public record ScrapedPage(
        String title,
        String text,
        @Nullable OffsetDateTime published,
        @Nullable OffsetDateTime modified,
        List<String> byline,
        @Nullable String language,
        URI canonical,
        Map<String, URI> editions,
        PageLinks links) {}
