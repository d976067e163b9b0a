@NullMarked
package io.vigie.sink;

import org.jspecify.annotations.NullMarked;
