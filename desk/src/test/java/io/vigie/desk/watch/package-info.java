/** Tests. */
@NullMarked
package io.vigie.desk.watch;

import org.jspecify.annotations.NullMarked;
