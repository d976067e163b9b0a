@NullMarked
package io.vigie.processor.transaction;

import org.jspecify.annotations.NullMarked;
