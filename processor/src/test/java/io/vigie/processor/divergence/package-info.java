@NullMarked
package io.vigie.processor.divergence;

import org.jspecify.annotations.NullMarked;
