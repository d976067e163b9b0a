@NullMarked
package io.vigie.audit.topic;

import org.jspecify.annotations.NullMarked;
