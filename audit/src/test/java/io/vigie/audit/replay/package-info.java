@NullMarked
package io.vigie.audit.replay;

import org.jspecify.annotations.NullMarked;
