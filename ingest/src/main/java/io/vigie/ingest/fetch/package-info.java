/**
 * From an address to bytes, politely and without trust.
 *
 * <p>{@link io.vigie.ingest.fetch.Fetcher} takes a {@link io.vigie.ingest.fetch.FetchRequest} and always gives a
 * {@link io.vigie.ingest.fetch.FetchOutcome}; nothing is thrown, because a page that cannot be had is an ordinary event
 * that the ledger records. On the way ({@code Visit}),
 *
 * <ol>
 *   <li>the address is judged as written ({@code WebAddress}),
 *   <li>the site's robots.txt is asked ({@code RobotsCache}),
 *   <li>the host's turn is waited for ({@code HostGate}),
 *   <li>the address that the name leads to is judged when the socket connects ({@code AddressGuard}),
 *   <li>the answer is read under limits of time, of bytes as sent and of bytes as unpacked ({@code BodyReader}),
 *   <li>a redirect goes through all of this again.
 * </ol>
 *
 * <p>What may go wrong is a closed set, {@link io.vigie.ingest.fetch.FetchFailure}, told apart in one place
 * ({@code FetchFailures}).
 */
@NullMarked
package io.vigie.ingest.fetch;

import org.jspecify.annotations.NullMarked;
