@NullMarked
package io.vigie.processor;

import org.jspecify.annotations.NullMarked;
