@NullMarked
package io.vigie.sink.deliver;

import org.jspecify.annotations.NullMarked;
