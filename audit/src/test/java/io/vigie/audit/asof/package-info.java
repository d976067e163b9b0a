@NullMarked
package io.vigie.audit.asof;

import org.jspecify.annotations.NullMarked;
