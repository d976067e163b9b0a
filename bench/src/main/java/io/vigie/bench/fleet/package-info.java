/** Vigie as it runs in production, each service a process of its own, on a broker and an index that are processes too. */
@NullMarked
package io.vigie.bench.fleet;

import org.jspecify.annotations.NullMarked;
