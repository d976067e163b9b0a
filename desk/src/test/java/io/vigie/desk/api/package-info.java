/** Tests. */
@NullMarked
package io.vigie.desk.api;

import org.jspecify.annotations.NullMarked;
