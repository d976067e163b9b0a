/**
 * Reading topics as an auditor does: a span of offsets of one partition, committed records only, in no consumer group.
 *
 * <p>A {@link io.vigie.audit.topic.Bound} is what a person says ({@code 2026-03-01}, {@code 30d}, {@code 0:120,1:95}); a
 * {@link io.vigie.audit.topic.Span} is what that means on a broker, fixed once, so that a run that is resumed reads the
 * same records. {@link io.vigie.audit.topic.SpanReader} reads one span. {@link io.vigie.audit.topic.RuleSets} is all of
 * {@code vigie.themes}.
 */
@NullMarked
package io.vigie.audit.topic;

import org.jspecify.annotations.NullMarked;
