package io.vigie.ingest.watch;

import io.vigie.events.Sha256;
import io.vigie.ingest.fetch.FetchOutcome.Fetched;
import io.vigie.ingest.scrape.ScrapedPage;
import io.vigie.ingest.scrape.Scraper;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bytes into what a page says. A page of 8 MiB takes tens of megabytes while it is being read, so that only as many are
 * read at once as there are processors, however many are being fetched.
 */
final class PageReader {

    private static final Logger log = LoggerFactory.getLogger(PageReader.class);

    private final Scraper scraper;
    private final Semaphore places;

    PageReader(Scraper scraper, int places) {
        this.scraper = scraper;
        this.places = new Semaphore(places);
    }

    /**
     * A page.
     *
     * @param snapshot the bytes that it was read from
     */
    record Reading(ScrapedPage page, Snapshot snapshot) {}

    /** Empty when the page defeats its reader, which is our fault and logged as such. */
    Optional<Reading> read(Fetched fetched, Instant now) {
        places.acquireUninterruptibly();
        try {
            ScrapedPage page = scraper.scrape(fetched.body(), fetched.contentType(), fetched.uri());
            return Optional.of(new Reading(page, snapshot(fetched, now)));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            log.atError().addKeyValue("uri", fetched.uri()).setCause(e).log("page defeats its reader");
            return Optional.empty();
        } finally {
            places.release();
        }
    }

    private static Snapshot snapshot(Fetched fetched, Instant now) {
        byte[] body = fetched.body();
        return new Snapshot(Sha256.hex(body), body, fetched.uri(), fetched.code(), fetched.contentType(), now);
    }

    /** Is this text that a person reads in a browser? Servers that say nothing are given the benefit of the doubt. */
    static boolean isPage(@Nullable String contentType) {
        if (contentType == null || contentType.isBlank()) {
            return true;
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.startsWith("text/") || type.endsWith("html") || type.endsWith("xml") || type.endsWith("/html+xml");
    }
}
