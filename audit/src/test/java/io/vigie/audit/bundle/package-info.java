@NullMarked
package io.vigie.audit.bundle;

import org.jspecify.annotations.NullMarked;
