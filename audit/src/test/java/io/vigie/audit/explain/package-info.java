@NullMarked
package io.vigie.audit.explain;

import org.jspecify.annotations.NullMarked;
