/**
 * Classifies press items by theme and raises alerts. {@link io.vigie.processor.ProcessorService} runs the topology; the
 * steps inside are pure functions in packages of their own, so that replays and the command line run the same code.
 */
@NullMarked
package io.vigie.processor;

import org.jspecify.annotations.NullMarked;
