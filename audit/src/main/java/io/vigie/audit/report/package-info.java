/**
 * Tells people what an audit found: one HTML page that needs nothing but itself, can be printed, and can be read by
 * somebody who has never seen a topic. Everything that strangers wrote is text in it, never markup.
 */
@NullMarked
package io.vigie.audit.report;

import org.jspecify.annotations.NullMarked;
