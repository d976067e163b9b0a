/**
 * How fast the past is judged again, beside a classifier that is only given the same items.
 *
 * <p>The topics hold what production would have left: rule set, items, verdicts and alerts. A replay reads them all, judges
 * each item and compares; it must find nothing that differs.
 */
@NullMarked
package io.vigie.bench.replay;

import org.jspecify.annotations.NullMarked;
