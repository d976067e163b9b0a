/**
 * Is it new? Press pages are read again and again, and most of the time nothing happened. This step compares an item
 * with what is known under its id and says FIRST, REVISION, DUPLICATE or WITHDRAWN.
 *
 * <p>Only {@linkplain io.vigie.processor.novelty.Substance substance} counts: a reader counter, a "last updated" line or
 * other white space do not make a revision. {@link io.vigie.processor.novelty.TextChange} says what a revision changed, in
 * sentences. Pure functions; the state stores belong to the topology.
 */
@NullMarked
package io.vigie.processor.novelty;

import org.jspecify.annotations.NullMarked;
