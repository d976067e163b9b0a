/** The alerts of a filter as a feed: Atom (RFC 4287) and JSON Feed 1.1, for readers that people have already. */
@NullMarked
package io.vigie.desk.feed;

import org.jspecify.annotations.NullMarked;
