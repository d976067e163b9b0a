/**
 * What Vigie can do and what it survives, measured: every figure beside a peer or the limit of the same run.
 *
 * <p>Nothing here is asserted against a clock; the figures are printed and kept, and a person compares them.
 */
@NullMarked
package io.vigie.bench;

import org.jspecify.annotations.NullMarked;
