/**
 * How fast themes are found, and what a rule more costs.
 *
 * <p>All contenders get the same rules: pairs of words that have to stand in one sentence. Only Vigie is asked that much;
 * the peers are content with words anywhere in the text, know no word forms where they know no language, and give no
 * sentence as a proof.
 */
@NullMarked
package io.vigie.bench.themes;

import org.jspecify.annotations.NullMarked;
