@NullMarked
package io.vigie.ingest;

import org.jspecify.annotations.NullMarked;
