/**
 * Markup as it is found, not as it should be.
 *
 * <p>Feeds are XML only in name: one in ten cannot be read by a conforming parser. They have stray {@code &} and
 * {@code <}, HTML entities nobody declared, junk before the first tag, prefixes without namespaces, tags that are never
 * closed. {@link io.vigie.ingest.markup.MarkupReader} reads all of that as a stream of elements.
 *
 * <p>Why not a library: ROME and every StAX parser stop at the first such fault. jsoup's XML parser does not, and we use
 * jsoup for HTML, but measured on 1.24.1 it (1) decodes references without a semicolon in text, so that
 * {@code <link>/?a=1&copy=2</link>} becomes {@code /?a=1©=2}; (2) nests an {@code <item>} in the title that was left open
 * before it; (3) builds the whole tree, and its {@code StreamParser} numbers all siblings again at each element, which
 * takes minutes for a sitemap of a million entries where this takes a second or two.
 *
 * <p>Nothing outside the document is ever resolved, and no entity that refers to another: external entities and the
 * billion laughs are inert because the code that would expand them does not exist.
 */
@NullMarked
package io.vigie.ingest.markup;

import org.jspecify.annotations.NullMarked;
