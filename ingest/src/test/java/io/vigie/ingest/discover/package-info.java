@NullMarked
package io.vigie.ingest.discover;

import org.jspecify.annotations.NullMarked;
