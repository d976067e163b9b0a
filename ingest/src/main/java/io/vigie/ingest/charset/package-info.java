/**
 * From bytes to characters for documents that say the wrong thing about themselves.
 *
 * <p>Letter statistics are ICU's; labels follow the WHATWG Encoding Standard. All of
 * it reads a stream, so that a sitemap of fifty megabytes costs a buffer and not twice its size.
 */
@NullMarked
package io.vigie.ingest.charset;

import org.jspecify.annotations.NullMarked;
