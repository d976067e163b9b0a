@NullMarked
package io.vigie.sink.elastic;

import org.jspecify.annotations.NullMarked;
