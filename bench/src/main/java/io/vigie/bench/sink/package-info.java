/**
 * What reaches the index, beside the same documents sent to it by a bare bulk loop with the same client and limits, and
 * by a general tool for integration.
 *
 * <p>The loop keeps nothing safe: it reads no topic, settles no offset and gives up at the first error. The tool reads
 * the topic and commits offsets, but looks at no document's answer.
 */
@NullMarked
package io.vigie.bench.sink;

import org.jspecify.annotations.NullMarked;
