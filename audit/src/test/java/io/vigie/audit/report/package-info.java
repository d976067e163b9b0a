@NullMarked
package io.vigie.audit.report;

import org.jspecify.annotations.NullMarked;
