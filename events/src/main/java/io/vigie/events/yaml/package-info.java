/**
 * Configuration as records: YAML read strictly, {@code ${ENV:default}} filled in, and every mistake told as file, line,
 * path and remedy.
 */
@NullMarked
package io.vigie.events.yaml;

import org.jspecify.annotations.NullMarked;
