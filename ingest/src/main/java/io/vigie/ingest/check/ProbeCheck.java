package io.vigie.ingest.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigie.events.FetchState.Validators;
import io.vigie.ingest.discover.Discovered;
import io.vigie.ingest.discover.DocumentReader;
import io.vigie.ingest.discover.Entry;
import io.vigie.ingest.fetch.FetchOutcome;
import io.vigie.ingest.fetch.FetchOutcome.Fetched;
import io.vigie.ingest.fetch.FetchRequest;
import io.vigie.ingest.fetch.Fetcher;
import io.vigie.ingest.scrape.ScrapedPage;
import io.vigie.ingest.scrape.Scraper;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A dry run of one address, as a source and as a page at once: {@code vigie probe}. It shows what the service would see
 * and publishes nothing.
 */
public final class ProbeCheck {

    private static final int MOST_ENTRIES = 20;

    private final Fetcher fetcher;
    private final boolean allowPrivate;
    private final Scraper scraper = new Scraper();
    private final DocumentReader reader = new DocumentReader();

    /** As {@link FetchCheck#FetchCheck}. */
    public ProbeCheck(Fetcher fetcher, boolean allowPrivate) {
        this.fetcher = fetcher;
        this.allowPrivate = allowPrivate;
    }

    /**
     * What the service would see.
     *
     * @param url the address that was asked for
     * @param outcome for example {@code fetched} or {@code disallowed}
     * @param error why there is no page; absent when there is one
     * @param status absent when no answer came
     * @param finalUrl after redirects
     * @param millis until the outcome
     * @param source what discovery finds in it; absent when it is no document that lists anything
     * @param page what the scraper reads in it; absent when it is no page
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Probed(
            String url,
            String outcome,
            @Nullable String error,
            @Nullable Integer status,
            String finalUrl,
            long millis,
            @Nullable AsSource source,
            @Nullable AsPage page)
            implements Answer {

        @Override
        public boolean failed() {
            return error != null;
        }
    }

    /**
     * What discovery finds.
     *
     * @param kind of the document
     * @param count of its entries
     * @param entries the first of them
     * @param feeds that the page announces
     * @param children of a sitemap index
     */
    public record AsSource(
            String kind, int count, List<DiscoverCheck.Link> entries, List<URI> feeds, List<URI> children) {

        public AsSource {
            entries = List.copyOf(entries);
            feeds = List.copyOf(feeds);
            children = List.copyOf(children);
        }
    }

    /** What the scraper reads, in the words of {@link ExtractCheck.Extracted}. */
    public record AsPage(
            String canonical,
            String title,
            @Nullable String published,
            @Nullable String modified,
            List<String> byline,
            @Nullable String language,
            String text) {

        public AsPage {
            byline = List.copyOf(byline);
        }
    }

    /** Fetches the address and reads it. */
    public Probed answer(URI uri) {
        FetchOutcome outcome = fetcher.fetch(new FetchRequest(uri, Validators.NONE, allowPrivate));
        Fetched fetched = outcome instanceof Fetched page ? page : null;
        return new Probed(
                uri.toString(),
                outcome.kind().ledgerName(),
                fetched == null ? FetchCheck.why(outcome) : null,
                outcome.status(),
                outcome.uri().toString(),
                outcome.took().toMillis(),
                fetched == null ? null : asSource(fetched),
                fetched == null ? null : asPage(fetched));
    }

    private @Nullable AsSource asSource(Fetched fetched) {
        Discovered found = reader.read(fetched.body(), fetched.contentType(), fetched.uri(), null);
        if (found.kind() == null) {
            return null;
        }
        List<DiscoverCheck.Link> first = found.entries().stream()
                .limit(MOST_ENTRIES)
                .map(DiscoverCheck.Link::of)
                .toList();
        List<URI> children = found.children().stream()
                .map(Entry::link)
                .filter(Objects::nonNull)
                .toList();
        return new AsSource(found.kind().label(), found.entries().size(), first, found.feeds(), children);
    }

    private @Nullable AsPage asPage(Fetched fetched) {
        ScrapedPage page = scraper.scrape(fetched.body(), fetched.contentType(), fetched.uri());
        if (page.title().isBlank() && page.text().isBlank()) {
            return null;
        }
        return new AsPage(
                page.canonical().toString(),
                page.title(),
                Answer.iso(page.published()),
                Answer.iso(page.modified()),
                page.byline(),
                page.language(),
                page.text());
    }
}
