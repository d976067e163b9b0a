/**
 * From bytes to characters for documents that say the wrong thing about themselves.
 *
 * <p>{@link io.vigie.ingest.charset.EncodedText} is the way in, for streams, so that a sitemap of fifty megabytes costs a
 * buffer and not twice its size, and for pages that are in memory anyway. Labels follow the WHATWG Encoding Standard;
 * letter statistics are ICU's, with its gaps filled: Thai, and Cyrillic before Unicode.
 */
@NullMarked
package io.vigie.ingest.charset;

import org.jspecify.annotations.NullMarked;
