@NullMarked
package io.vigie.processor.topology;

import org.jspecify.annotations.NullMarked;
