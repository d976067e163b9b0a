/**
 * The storm: the whole of Vigie as separate processes, on a broker, an index and a press of fifty sites that all fail,
 * and then the reckoning.
 *
 * <p>Everything follows from one seed: what the press publishes ({@link io.vigie.bench.press.ReleaseWriter}), how its sites
 * misbehave ({@link io.vigie.bench.press.PressSite}), and which process dies when
 * ({@link io.vigie.bench.storm.Forecast}). What should come out is computed from the items alone, by the classifier in a
 * plain loop; the {@link io.vigie.bench.storm.Reckoning} compares it with what the topics and the index hold. Nothing
 * may be lost, nothing may be there twice, and the dead letters are exactly the poison.
 */
@NullMarked
package io.vigie.bench.storm;

import org.jspecify.annotations.NullMarked;
