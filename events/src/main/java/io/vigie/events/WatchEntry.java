package io.vigie.events;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the watch ledger: what came of one request. With it the desk can tell "nothing was published" from "we
 * were blind".
 *
 * @param sourceId the source for which the request was made
 * @param uri what was asked for
 * @param purpose why it was asked for
 * @param outcome what came of it, a name of the closed set of fetch outcomes, for example {@code fetched} or
 *     {@code disallowed}
 * @param reason why it failed, a name of the closed set of failures; absent on success
 * @param status HTTP status; absent when no answer came
 * @param bytes of the decoded body, 0 when there was none
 * @param entries that discovery found in it; absent for pages
 * @param at when the outcome was known
 * @param tookMillis from the request to the outcome, in milliseconds
 * @param silentSince when the source last listed something new, although it answers, where that is longer ago than its
 *     own rhythm explains: its feed may be frozen, its listing rebuilt. Stands on the last entry of a look at a source;
 *     absent when nothing is odd
 */
public record WatchEntry(
        String sourceId,
        URI uri,
        Purpose purpose,
        String outcome,
        @Nullable String reason,
        @Nullable Integer status,
        long bytes,
        @Nullable Integer entries,
        Instant at,
        long tookMillis,
        @Nullable Instant silentSince) {

    /** Why a request was made. */
    public enum Purpose {
        DISCOVERY,
        PAGE
    }
}
