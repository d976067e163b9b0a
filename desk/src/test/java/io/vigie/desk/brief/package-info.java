/** Tests. */
@NullMarked
package io.vigie.desk.brief;

import org.jspecify.annotations.NullMarked;
