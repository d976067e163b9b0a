/**
 * How alerts reach the page without anybody asking again.
 *
 * <p>What is pushed must also be found: an analyst who clicks on a fresh alert, or searches for its words, must not be told
 * that there is no such thing. So the desk learns <em>that</em> there is an alert from {@code vigie.alerts}, and asks
 * the index, several times a second and only while something is due, <em>whether it can be found</em>. What can is read
 * from the index and pushed; nothing else is. The topic alone would push what is not yet there. The index alone would
 * have to be asked for what is new by a time of writing, and a bulk that was retried for minutes is written with a time
 * that has long gone by.
 *
 * <p>{@link io.vigie.desk.live.Expected} holds what is due, {@link io.vigie.desk.live.PushLoop} asks and pushes,
 * {@link io.vigie.desk.live.EventLog} keeps what was pushed last for those who come back, and
 * {@link io.vigie.desk.live.EventStreams} has the connections. An event's id tells when it was written to the index, so
 * that a client can resume at any desk, also after a restart: from the log when the log still has it, else from the
 * index. A repeat is possible there and harmless, for a client that keeps alerts by their id and revision.
 */
@NullMarked
package io.vigie.desk.live;

import org.jspecify.annotations.NullMarked;
