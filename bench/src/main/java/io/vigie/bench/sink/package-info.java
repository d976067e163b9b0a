/**
 * What reaches the index, beside the same documents sent to it by a bare bulk loop with the same client and limits.
 *
 * <p>The loop keeps nothing safe: it reads no topic, settles no offset and gives up at the first error.
 */
@NullMarked
package io.vigie.bench.sink;

import org.jspecify.annotations.NullMarked;
