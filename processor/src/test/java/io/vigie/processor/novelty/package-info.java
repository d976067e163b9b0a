@NullMarked
package io.vigie.processor.novelty;

import org.jspecify.annotations.NullMarked;
