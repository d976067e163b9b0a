package io.vigie.events;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an ingest instance must remember of a source to go on where another stopped: a value of
 * {@code vigie.fetch-state}, key = {@link #key()}. It is written in the same transaction as the items it accounts for;
 * what is known of each page stands beside it as a {@link PageState}, so that a page that was read costs one small
 * record.
 *
 * @param sourceId the source
 * @param definition {@link SourceDefinition#fingerprint()} under which the rest was learnt; another one asks for a fresh
 *     look
 * @param via the document in which discovery found its entries last, for example the feed that a home page announces;
 *     absent when that is the source's own address
 * @param validators of discovery documents (feed, sitemap, listing), by address
 * @param failures looks that failed, in a row
 * @param pace pause between two looks that the source's own rhythm suggests; absent before anything is known of it
 * @param lastNew when discovery last listed something new; absent when it never did
 * @param nextPoll when the source is due again; absent before the first look
 */
public record FetchState(
        String sourceId,
        @Nullable String definition,
        @Nullable URI via,
        Map<URI, Validators> validators,
        int failures,
        @Nullable Duration pace,
        @Nullable Instant lastNew,
        @Nullable Instant nextPoll) {

    public FetchState {
        validators = Map.copyOf(validators);
    }

    /** Nothing is known yet. */
    public static FetchState initial(String sourceId) {
        return new FetchState(sourceId, null, null, Map.of(), 0, null, null, null);
    }

    /** Key on the topic. A source id has no blank, so it is never taken for a {@link PageState#key()}. */
    public String key() {
        return sourceId;
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
}
