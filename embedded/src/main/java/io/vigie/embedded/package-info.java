/**
 * A real Kafka broker and a real Elasticsearch node in the process, for one machine and for tests.
 *
 * <p>{@link io.vigie.embedded.EmbeddedServers} starts both; {@link io.vigie.embedded.EmbeddedKafka} and {@link
 * io.vigie.embedded.EmbeddedElasticsearch} start one. Nothing is imitated: both run the code that runs in a cluster,
 * with a cluster of one node each. What a start needs is checked before it and refused in one line ({@link
 * io.vigie.embedded.StartException}): the port, the directory, and that nobody else uses the directory, which belongs
 * to one process at a time.
 *
 * <p>Every listener, those between nodes included, is bound to 127.0.0.1. Logs go where the application's log4j
 * configuration sends them; nothing is printed.
 */
@NullMarked
package io.vigie.embedded;

import org.jspecify.annotations.NullMarked;
