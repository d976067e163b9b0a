@NullMarked
package io.vigie.events.json;

import org.jspecify.annotations.NullMarked;
