@NullMarked
package io.vigie.ingest.markup;

import org.jspecify.annotations.NullMarked;
