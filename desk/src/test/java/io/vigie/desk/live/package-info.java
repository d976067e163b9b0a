/** Tests. */
@NullMarked
package io.vigie.desk.live;

import org.jspecify.annotations.NullMarked;
