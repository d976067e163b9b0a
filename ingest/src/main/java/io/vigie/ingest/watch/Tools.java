package io.vigie.ingest.watch;

import io.vigie.ingest.fetch.Fetcher;
import io.vigie.ingest.scrape.Scraper;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * What every source is watched with. All of it is thread-safe.
 *
 * @param fetcher not closed here
 * @param pages reads pages
 * @param documents reads discovery documents
 * @param meters counts
 * @param clock tells the time of what is seen
 * @param random spreads what would else fall together
 */
public record Tools(
        Fetcher fetcher,
        PageReader pages,
        Discovery documents,
        IngestMeters meters,
        Clock clock,
        RandomGenerator random) {

    /** For production. */
    public static Tools of(Fetcher fetcher, IngestMeters meters) {
        int places = Math.max(2, Runtime.getRuntime().availableProcessors());
        return new Tools(
                fetcher,
                new PageReader(new Scraper(), places),
                new Discovery(),
                meters,
                Clock.systemUTC(),
                () -> ThreadLocalRandom.current().nextLong());
    }
}
