@NullMarked
package io.vigie.ingest.watch;

import org.jspecify.annotations.NullMarked;
