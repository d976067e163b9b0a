/** Tests. */
@NullMarked
package io.vigie.desk.http;

import org.jspecify.annotations.NullMarked;
