@NullMarked
package io.vigie.processor.watch;

import org.jspecify.annotations.NullMarked;
