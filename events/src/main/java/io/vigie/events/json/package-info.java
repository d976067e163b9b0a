/** Records to JSON bytes and back: the one mapper that every stage uses. */
@NullMarked
package io.vigie.events.json;

import org.jspecify.annotations.NullMarked;
