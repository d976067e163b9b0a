@NullMarked
package io.vigie.ingest.rhythm;

import org.jspecify.annotations.NullMarked;
