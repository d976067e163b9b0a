/**
 * What Kafka Streams lets through, beside a topology that does nothing and functions that need no stream.
 *
 * <p>A contender has started and settled before the items are published; its time ends with the last committed record of
 * its output. Broker, stream and reader share one process and its processors.
 */
@NullMarked
package io.vigie.bench.stream;

import org.jspecify.annotations.NullMarked;
