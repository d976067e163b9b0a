@NullMarked
package io.vigie.processor.surge;

import org.jspecify.annotations.NullMarked;
