/**
 * What people decide of alerts: written to {@code vigie.triage}, read back from it by every desk, and given out as
 * labelled examples in the form that {@code vigie classify} reads.
 */
@NullMarked
package io.vigie.desk.triage;

import org.jspecify.annotations.NullMarked;
