/** Tests. */
@NullMarked
package io.vigie.desk.feed;

import org.jspecify.annotations.NullMarked;
