/**
 * The stream itself: pure steps strung together as a Kafka Streams topology with exactly-once semantics.
 *
 * <pre>
 * press-items ─ novelty ─ classify ─┬─ classified-items
 *               (known-items)       └─ alert ─ alerts
 * themes ═ rule-sets (global)            (last-alerts)
 * </pre>
 *
 * Every operator and store has a name, so that a later version finds its state again. The key stays the item id from
 * end to end: nothing is repartitioned, and all that happens to an item happens in order. Records that cannot be read,
 * processed or written go to the dead letters with their original bytes, in the same transaction; the stream goes on.
 */
@NullMarked
package io.vigie.processor.topology;

import org.jspecify.annotations.NullMarked;
