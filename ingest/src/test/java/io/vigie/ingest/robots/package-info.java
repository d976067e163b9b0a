@NullMarked
package io.vigie.ingest.robots;

import org.jspecify.annotations.NullMarked;
