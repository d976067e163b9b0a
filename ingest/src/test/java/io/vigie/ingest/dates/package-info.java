@NullMarked
package io.vigie.ingest.dates;

import org.jspecify.annotations.NullMarked;
