@NullMarked
package io.vigie.events;

import org.jspecify.annotations.NullMarked;
