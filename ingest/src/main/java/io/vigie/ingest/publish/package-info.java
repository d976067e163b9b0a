/**
 * The Kafka side of ingest: sources are put on their topic, what is remembered is read back, and changes are written in
 * transactions.
 *
 * <p>A {@link io.vigie.ingest.publish.PartitionJournal} has one transactional producer for one partition of the sources.
 * Its transactional id is that of the partition, so that opening it fences whoever wrote for the partition before, even
 * if that one has only slept; and it is opened before the memory is read, so that what is read is final.
 */
@NullMarked
package io.vigie.ingest.publish;

import org.jspecify.annotations.NullMarked;
