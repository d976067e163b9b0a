/**
 * The last room: what was found is made searchable ({@link io.vigie.sink.elastic}) and told to people
 * ({@link io.vigie.sink.deliver}).
 *
 * <p>A sink reads topics and writes elsewhere. It gives an offset back to Kafka only when every record before it is
 * settled: stored, known to be stale, or on the dead-letter topic.
 */
@NullMarked
package io.vigie.sink;

import org.jspecify.annotations.NullMarked;
