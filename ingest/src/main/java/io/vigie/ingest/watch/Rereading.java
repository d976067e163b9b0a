package io.vigie.ingest.watch;

import io.vigie.events.PressItem;
import io.vigie.events.Sha256;
import io.vigie.ingest.scrape.ScrapedPage;
import io.vigie.ingest.scrape.Scraper;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page that was read before, as of then: for audits. The same steps as in production, with the clock set back to
 * when the item was made, because a date that was in the future then was refused then. Safe for many threads.
 *
 * <p>What the page leaves open (a headline, a language or a date that it does not state, and who publishes it) came from
 * the source and its feed; it is taken from the item, so that whatever differs is something that the page does say.
 */
public final class Rereading {

    private final ThreadLocal<Instant> then = ThreadLocal.withInitial(() -> Instant.EPOCH);
    private final Scraper scraper = new Scraper(then::get);

    /**
     * Makes the item again.
     *
     * @param recorded the item that was made of the page
     * @param page bytes of the snapshot, decompressed
     * @param contentType as the server sent it; absent when it sent none
     * @param address that gave the bytes, after redirects
     * @param first whether this was the first reading: later ones keep the address and the id of the first
     */
    public PressItem read(PressItem recorded, byte[] page, @Nullable String contentType, URI address, boolean first) {
        then.set(recorded.detectedAt());
        ScrapedPage read = scraper.scrape(page, contentType, address);
        PressItems.Announced announced = new PressItems.Announced(
                recorded.outlet(),
                recorded.language(),
                recorded.headline(),
                recorded.datePublished(),
                recorded.editions());
        return PressItems.of(announced, first ? null : recorded, read, Sha256.hex(page), recorded.detectedAt());
    }
}
