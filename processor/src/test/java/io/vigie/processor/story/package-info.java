@NullMarked
package io.vigie.processor.story;

import org.jspecify.annotations.NullMarked;
