package io.vigie.ingest.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigie.events.FetchState.Validators;
import io.vigie.ingest.charset.EncodedText;
import io.vigie.ingest.fetch.FetchOutcome;
import io.vigie.ingest.fetch.FetchOutcome.Fetched;
import io.vigie.ingest.fetch.FetchRequest;
import io.vigie.ingest.fetch.Fetcher;
import io.vigie.ingest.scrape.ScrapedPage;
import io.vigie.ingest.scrape.Scraper;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;

/** Fetches an address the whole way, robots.txt, guard, limits and redirects included: {@code vigie fetch}. */
public final class FetchCheck {

    private final Fetcher fetcher;
    private final boolean allowPrivate;
    private final Scraper scraper = new Scraper();

    /**
     * Does no I/O.
     *
     * @param fetcher not closed here
     * @param allowPrivate {@code true} lets addresses stand on a loopback or private network
     */
    public FetchCheck(Fetcher fetcher, boolean allowPrivate) {
        this.fetcher = fetcher;
        this.allowPrivate = allowPrivate;
    }

    /**
     * A page.
     *
     * @param path the address that was asked for
     * @param finalUrl the address that answered
     * @param bytes of the body, unpacked
     * @param charset in which it was read
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Page(
            String path,
            int status,
            String finalUrl,
            int bytes,
            String charset,
            String title,
            String text,
            List<String> links)
            implements Answer {

        public Page {
            links = List.copyOf(links);
        }
    }

    /**
     * No page.
     *
     * @param outcome a name of the closed set of outcomes, for example {@code disallowed}
     * @param error why
     */
    public record NoPage(String path, String outcome, String error) implements Answer {

        @Override
        public boolean failed() {
            return true;
        }
    }

    /** Answers one address. */
    public Answer answer(String address) {
        try {
            URI uri = new URI(address.strip());
            return answer(address, fetcher.fetch(new FetchRequest(uri, Validators.NONE, allowPrivate)));
        } catch (URISyntaxException e) {
            return new NoPage(address, "failed", "bad-address: not an address");
        }
    }

    Answer answer(String address, FetchOutcome outcome) {
        if (!(outcome instanceof Fetched fetched)) {
            return new NoPage(address, outcome.kind().ledgerName(), why(outcome));
        }
        ScrapedPage page = scraper.scrape(fetched.body(), fetched.contentType(), fetched.uri());
        return new Page(
                address,
                fetched.code(),
                fetched.uri().toString(),
                fetched.body().length,
                EncodedText.charset(fetched.body(), fetched.contentType()).name(),
                page.title(),
                page.text(),
                page.links().resolved().stream().map(URI::toString).toList());
    }

    /** Example: {@code forbidden-address: address 127.0.0.1 must not be contacted}. */
    static String why(FetchOutcome outcome) {
        if (outcome instanceof FetchOutcome.Failed failed) {
            return failed.reason() + ": " + failed.detail();
        }
        if (outcome instanceof FetchOutcome.Disallowed disallowed) {
            return "robots: " + disallowed.detail();
        }
        return "answered " + Objects.requireNonNullElse(outcome.status(), 0);
    }
}
