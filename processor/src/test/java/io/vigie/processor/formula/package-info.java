@NullMarked
package io.vigie.processor.formula;

import org.jspecify.annotations.NullMarked;
