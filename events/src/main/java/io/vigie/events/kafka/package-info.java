/** How events travel on Kafka: serdes, CloudEvents headers (binary mode), dead-letter headers. */
@NullMarked
package io.vigie.events.kafka;

import org.jspecify.annotations.NullMarked;
