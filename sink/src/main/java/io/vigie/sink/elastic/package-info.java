/**
 * One searchable document per alert, and the reader that the desk and the command line use.
 *
 * <p><b>Identity.</b> A document's {@code _id} is the alert's id and its external version is the item's revision, so
 * that Elasticsearch itself refuses what is older than what it has, whoever writes it and in whatever order. A replay
 * meets its own version and changes nothing. The same revision with another content, which happens when the processor's
 * state was rebuilt or its rules were applied anew, takes the place of the old one.
 *
 * <p><b>Place.</b> An id must always land in the same index: versions are compared within one index only, and a second
 * copy elsewhere would be a duplicate in every search. So the month is that of {@code filedAt}, which the first revision
 * fixes and every later one carries along. What a later revision says of its date, or that it says none, moves nothing.
 * The history of earlier revisions comes with the alert as well. A document is therefore a function of one event: no
 * script, no read before the write, nothing to merge.
 *
 * <p><b>Progress.</b> {@link io.vigie.sink.elastic.ElasticSink} reads alerts as a consumer group and collects bulks. Each
 * item of an answered bulk gets its own verdict: stored, stale, rejected or retriable. A bulk is settled when every item
 * has a final one; only then are its offsets committed, together with the dead letters of the rejected in one
 * transaction. While items are retriable the writer waits, longer each time, and the consumer goes on polling with its
 * partitions paused: it keeps its place in the group, and memory holds three bulks at most. Cluster blocks, throttling
 * and lost connections are retried for as long as they last; an error that nothing explains is held against the
 * document after a few attempts.
 *
 * <p><b>Layout.</b> Indices are named {@code vigie-alerts-v1-2025-04} and read through the alias {@code vigie-alerts}.
 * The template of a layout only ever gains fields; a change that stored documents cannot follow is a new layout with
 * indices of its own. {@link io.vigie.sink.elastic.IndexMigration} moves
 * documents there. {@link io.vigie.sink.elastic.IndexSetup} never replaces a newer template by an older one, so that
 * a program can be rolled back.
 */
@NullMarked
package io.vigie.sink.elastic;

import org.jspecify.annotations.NullMarked;
