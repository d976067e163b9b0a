/**
 * Watching a source: what to fetch next, what an answer means, and when to come back.
 *
 * <p>A {@link io.vigie.ingest.watch.SourceWatch} goes step by step. A step fetches one address, a discovery document
 * ({@code Look}, {@code Discoverer}) or a page ({@code Visitor}), and turns the answer into one
 * {@link io.vigie.ingest.watch.Change}: the ledger's line, the item, the bytes it was read from and everything that must
 * be remembered. A {@link io.vigie.ingest.watch.Journal} makes the change true as a whole; only then does the
 * {@link io.vigie.ingest.watch.SourceMemory} follow. What discovery lists is remembered before it is read. So there is
 * no instant at which a crash loses an item or repeats one: what was not committed did not happen, and will be done
 * again by whoever reads the same memory.
 *
 * <p>The {@link io.vigie.ingest.watch.Rota} takes the steps of ten thousand sources on a few dozen threads, one at a time
 * to a host. How often a source is looked at ({@link io.vigie.ingest.rhythm}), how often a page is read again
 * ({@code Revisits}), which links are taken ({@code EntryFilter}), which dates are believed ({@code Dates}) and what an item says
 * ({@code PressItems}) are pure functions.
 */
@NullMarked
package io.vigie.ingest.watch;

import org.jspecify.annotations.NullMarked;
