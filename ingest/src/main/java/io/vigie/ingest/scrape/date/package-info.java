/**
 * When a page was published: the dates people print, read back.
 *
 * <p>{@link io.vigie.ingest.scrape.date.DateText} reads one text, whatever its language; it knows nothing of pages. The
 * rest of the package decides nothing: which of a page's many dates is its publication is settled by the scraper.
 */
@NullMarked
package io.vigie.ingest.scrape.date;

import org.jspecify.annotations.NullMarked;
