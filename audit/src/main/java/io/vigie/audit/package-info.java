/**
 * Proves what was decided, and tries what would have been.
 *
 * <p>A press desk must be able to say, years later, what it knew and why it alerted. The topics hold what went in and what
 * came out; this room reads both, puts what went in through the very functions that production runs ({@link
 * io.vigie.ingest.scrape.Scraper}, {@link io.vigie.processor.novelty.NoveltyStep}, {@link
 * io.vigie.processor.watch.Classifier}, {@link io.vigie.processor.alert.AlertStep}) and says what is not the same.
 *
 * <p>It stands above {@code ingest} and {@code processor}, because it needs the steps of both, and it touches nothing but
 * their pure steps: no service, no producer, no consumer group. It reads topics with consumers that belong to no group,
 * so that an audit cannot move an offset or join a rebalance; only {@link io.vigie.audit.erase}, on request, writes. In
 * reading order: {@link io.vigie.audit.topic} reads a span of a topic, {@link io.vigie.audit.replay} judges it again,
 * {@link io.vigie.audit.report} tells people.
 */
@NullMarked
package io.vigie.audit;

import org.jspecify.annotations.NullMarked;
