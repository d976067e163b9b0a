@NullMarked
package io.vigie.audit;

import org.jspecify.annotations.NullMarked;
