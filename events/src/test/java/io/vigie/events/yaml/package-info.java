@NullMarked
package io.vigie.events.yaml;

import org.jspecify.annotations.NullMarked;
