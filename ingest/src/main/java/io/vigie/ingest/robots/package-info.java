/**
 * What a site asks of crawlers, by RFC 9309.
 *
 * <p>Robots.txt says who (groups by product token), what (the longest matching pattern, {@code Allow} where two are equally
 * long) and, outside the RFC, how often. {@link io.vigie.ingest.robots.RobotsRules} is a pure value; fetching the file,
 * what a 404 or a 503 means and how long an answer holds are matters of the fetcher.
 *
 * <p>Why not crawler-commons: run on our table of verdicts, version 1.6 finds no match for {@code /c*d*e$} at
 * {@code /cdee}, because a star takes the first {@code e} and never another; none for {@code /dollar$inside}; none for
 * {@code /100%} or {@code /a b}; and it cannot judge a path without a host. Patterns are matched here in one pass over the
 * address, in time that no pattern can make quadratic.
 *
 * <p>Where the RFC is silent we are as lenient as Google's parser is documented to be: a forgotten colon, {@code Disalow},
 * carriage returns as line ends. Where parsers differ the RFC decides: {@code %62} and {@code b} are one, {@code %2F} and
 * {@code /} are two; a crawl delay between two names does not part them.
 */
@NullMarked
package io.vigie.ingest.robots;

import org.jspecify.annotations.NullMarked;
