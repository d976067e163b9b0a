@NullMarked
package io.vigie.events.kafka;

import org.jspecify.annotations.NullMarked;
