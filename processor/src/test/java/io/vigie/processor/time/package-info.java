@NullMarked
package io.vigie.processor.time;

import org.jspecify.annotations.NullMarked;
