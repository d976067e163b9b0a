/**
 * How often to look, and when silence is odd. Pure functions of what is remembered of a source: any instance that takes a
 * source over goes on in its rhythm.
 */
@NullMarked
package io.vigie.ingest.rhythm;

import org.jspecify.annotations.NullMarked;
