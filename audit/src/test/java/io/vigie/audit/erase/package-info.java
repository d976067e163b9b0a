@NullMarked
package io.vigie.audit.erase;

import org.jspecify.annotations.NullMarked;
