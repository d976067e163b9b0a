/**
 * What the watch desk sees. {@link io.vigie.desk.DeskServer} serves one page and the HTTP API that it, and other
 * programs, use.
 *
 * <p>In reading order: {@link io.vigie.desk.http} is the little HTTP there is, with its guard; {@link io.vigie.desk.topics}
 * reads topics; {@link io.vigie.desk.watch}, {@link io.vigie.desk.triage} and {@link io.vigie.desk.deliver} keep what
 * they say; {@link io.vigie.desk.api} answers from them and from the index; {@link io.vigie.desk.live} pushes what is
 * new; {@link io.vigie.desk.feed} and {@link io.vigie.desk.brief} print for those who are not at the desk.
 *
 * <p>The desk writes nothing but decisions, as events. It keeps no state of its own: every desk that reads the same
 * topics and index shows the same.
 */
@NullMarked
package io.vigie.desk;

import org.jspecify.annotations.NullMarked;
