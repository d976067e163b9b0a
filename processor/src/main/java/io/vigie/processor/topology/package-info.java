/**
 * The stream itself: pure steps strung together as a Kafka Streams topology with exactly-once semantics.
 *
 * <pre>
 * press-items ─ novelty ─ classify ─ place ─────────────────┬─ placed ─┬─ classified-items
 *               (known-     │          │ story-probes       │          └─ alert ─ alerts
 *                items)     │          ▼                    │                   (last-alerts)
 *                           │        match (story-items,    │
 *                           │          │     story-routes)  │
 *                           │          │ story-answers      │
 * themes ═══════════ rule-sets         └────────── settle ──┘─ story-merges ─ match
 *                     (global)                    (awaiting)
 * story-notes ─ register ─ stories
 * </pre>
 *
 * {@code processor/TOPOLOGY.md} has all of it, drawn from the topology itself. Every operator and store has a name, so that
 * a later version finds its state again. The key stays the item id from end to end, and all that happens to an item happens
 * in order. Only questions about its story go to other partitions; the item waits for the answers in its own. Records that
 * cannot be read, processed or written go to the dead letters with their original bytes, in the same transaction; the stream
 * goes on.
 */
@NullMarked
package io.vigie.processor.topology;

import org.jspecify.annotations.NullMarked;
