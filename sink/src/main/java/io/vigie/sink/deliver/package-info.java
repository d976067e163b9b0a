/**
 * Tells people: few messages, each once, with the sentence that proves it, and a record of what was told.
 *
 * <p><b>Two steps.</b> The router reads alerts and surges and puts one {@link io.vigie.events.Notice} for each channel that wants it
 * into the outbox, exactly once. The dispatcher reads the outbox, in which all records of a channel stand in one
 * partition, so that one instance at a time speaks to a channel.
 *
 * <p><b>What is said.</b> A story is told once, with the reports that are known by then; later ones are collected and
 * told as one update; a withdrawal is told to whoever was told the story. Surges of a theme that begin together are one
 * message, to channels that want surges. When more waits than the rate allows, all of
 * it becomes one digest. {@code ChannelQueue} decides this without any I/O or clock.
 *
 * <p><b>Once.</b> Nobody can post to somebody else's server exactly once. What can be done is to write down each attempt
 * before it is made and its outcome after, to repeat only when the outcome is in doubt, and to do that once, under the
 * same id. The ledger is that record; a new instance reads it before it sends anything. A receiver that says
 * <em>not now</em> is left in peace for as long as it asks; a message it put off twice joins the next digest, so that a
 * slow receiver gets fewer messages and not more. A receiver that fails again and again is left alone for longer each
 * time, and its alerts wait for a day.
 *
 * <p><b>Strangers' text.</b> Headlines and quotes are written by whoever publishes them. They are cleaned and cut
 * ({@code CleanText}) and escaped for each receiver ({@code Escapes}): no mention calls anyone, no override turns a line
 * around, no link unfolds. Addresses of webhooks and passwords are {@code Secret}s and appear in no log, error or meter.
 */
@NullMarked
package io.vigie.sink.deliver;

import org.jspecify.annotations.NullMarked;
