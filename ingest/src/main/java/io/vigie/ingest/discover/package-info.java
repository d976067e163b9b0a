/**
 * Where the news is: documents that announce press items, read into {@link io.vigie.ingest.discover.Entry entries}.
 *
 * <p>{@link io.vigie.ingest.discover.DocumentReader} is the way in. It looks at the document, not at what the server calls
 * it: half of all feeds are served as HTML or plain text. Then one reader takes over:
 *
 * <ul>
 *   <li>{@code FeedReader} for RSS, RDF, Atom and CDF, whose vocabularies it does not keep apart;
 *   <li>{@code SitemapReader} for sitemaps and their indexes, with Google's news extension;
 *   <li>{@code JsonFeedReader}, {@code TextSitemap};
 *   <li>{@code ListingReader} for pages: no rule for any site, but the structure that lists of articles share.
 * </ul>
 *
 * <p>Three rules hold for all. A fault costs what it touches and nothing else: of a document that breaks off, what was
 * whole counts; an entry without link or date is still an entry. Where a thing is said twice, ranks decide, and a date
 * that cannot be read gives way to one that can. And everything is bounded: fifty thousand entries, the newest where there
 * are more, with the rest counted; titles cut; nesting ignored beyond a depth no feed has.
 *
 * <p>Nothing here does I/O or looks at the clock.
 */
@NullMarked
package io.vigie.ingest.discover;

import org.jspecify.annotations.NullMarked;
