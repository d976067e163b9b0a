/**
 * Figures and how they are shown: as a table on stdout, as JSON for comparing days, as one HTML page with bars.
 *
 * <p>A figure is the median of several runs, with the least and the greatest beside it, because machines differ and the
 * same machine differs from minute to minute. It never stands alone: the contenders of one {@link
 * io.vigie.bench.report.Comparison} ran in the same process, taking turns, so that what disturbed one disturbed all.
 */
@NullMarked
package io.vigie.bench.report;

import org.jspecify.annotations.NullMarked;
