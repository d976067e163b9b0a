package io.vigie.processor.topology;

import io.vigie.processor.surge.Scope;

/**
 * One item more in one scope: a value of the internal topic {@code coverage-counts}, key = {@link Scope#key()}.
 *
 * @param scope whose
 * @param hour of event time, counted since 1970
 */
record CoverageCount(Scope scope, long hour) {}
