package io.vigie.events;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an ingest instance must remember of a source to go on where another stopped: a value of
 * {@code vigie.fetch-state}, key = {@link #sourceId()}. It is written in the same transaction as the items it accounts
 * for.
 *
 * @param sourceId the source
 * @param validators of discovery documents (feed, sitemap, listing), by address
 * @param pages what is known of each page that discovery still lists
 * @param nextPoll when the source is due again; absent before the first look
 */
public record FetchState(
        String sourceId,
        Map<URI, Validators> validators,
        Map<URI, Page> pages,
        @Nullable Instant nextPoll) {

    public FetchState {
        validators = Map.copyOf(validators);
        pages = Map.copyOf(pages);
    }

    /** Nothing is known yet. */
    public static FetchState initial(String sourceId) {
        return new FetchState(sourceId, Map.of(), Map.of(), null);
    }

    /**
     * Validators of a conditional GET (RFC 9110, 13.1), verbatim as the server sent them.
     *
     * @param etag with its quotes; absent when none was sent
     * @param lastModified absent when none was sent
     */
    public record Validators(
            @Nullable String etag, @Nullable String lastModified) {

        /** No validator known: an unconditional GET. */
        public static final Validators NONE = new Validators(null, null);
    }

    /**
     * A page that was read.
     *
     * @param itemId of the item that it became; absent when it became none
     * @param contentHash of what was read, so that a page that did not change in substance raises nothing
     * @param listed the date that discovery gave, verbatim; a change of it asks for another look
     * @param validators for the next conditional GET
     * @param lastSeen when it was last fetched
     * @param gone how many times in a row the server said 404 or 410
     */
    public record Page(
            @Nullable String itemId,
            @Nullable String contentHash,
            @Nullable String listed,
            Validators validators,
            Instant lastSeen,
            int gone) {}
}
