/** Small things that several steps do with a text. Pure. */
@NullMarked
package io.vigie.processor.text;

import org.jspecify.annotations.NullMarked;
