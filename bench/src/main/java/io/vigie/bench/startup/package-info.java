/** What a start costs, and what a pipeline takes of a machine while nothing happens. */
@NullMarked
package io.vigie.bench.startup;

import org.jspecify.annotations.NullMarked;
