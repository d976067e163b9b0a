/**
 * The right to erasure, for one page.
 *
 * <p>The one part of this room that writes to topics, and only ever this: tombstones under the keys of the page and its
 * item, and an {@link io.vigie.events.Erasure} that says who had it done, when and why. From then on replays, bundles,
 * explanations and past moments pass the item over.
 *
 * <p>What a tombstone does to the bytes depends on the topic. {@code vigie.page-snapshots}, whose keys are hashes of the
 * values, can be compacted without losing anything else, and then forgets them; a topic that keeps everything keeps them
 * until the segment falls out of it.
 */
@NullMarked
package io.vigie.audit.erase;

import org.jspecify.annotations.NullMarked;
