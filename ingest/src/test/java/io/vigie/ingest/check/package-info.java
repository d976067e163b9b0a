@NullMarked
package io.vigie.ingest.check;

import org.jspecify.annotations.NullMarked;
