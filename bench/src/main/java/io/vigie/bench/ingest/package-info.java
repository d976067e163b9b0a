/** What it takes to keep thousands of sources under watch, with a server on loopback that is all of them. */
@NullMarked
package io.vigie.bench.ingest;

import org.jspecify.annotations.NullMarked;
