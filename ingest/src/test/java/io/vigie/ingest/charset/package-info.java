@NullMarked
package io.vigie.ingest.charset;

import org.jspecify.annotations.NullMarked;
