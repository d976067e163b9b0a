/** Whether anything costs more than twice as much when there is twice as much of it. */
@NullMarked
package io.vigie.bench.growth;

import org.jspecify.annotations.NullMarked;
