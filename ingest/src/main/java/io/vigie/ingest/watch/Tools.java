package io.vigie.ingest.watch;

import io.vigie.ingest.fetch.Fetcher;
import io.vigie.ingest.scrape.Scraper;
import java.time.Clock;

/**
 * What every source is watched with. All of it is thread-safe.
 *
 * @param fetcher not closed here
 * @param pages reads pages
 * @param documents reads discovery documents
 * @param meters counts
 * @param clock tells the time of what is seen
 */
public record Tools(Fetcher fetcher, PageReader pages, Discovery documents, IngestMeters meters, Clock clock) {

    /** For production. */
    public static Tools of(Fetcher fetcher, IngestMeters meters) {
        int places = Math.max(2, Runtime.getRuntime().availableProcessors());
        return new Tools(fetcher, new PageReader(new Scraper(), places), new Discovery(), meters, Clock.systemUTC());
    }
}
