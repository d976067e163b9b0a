/**
 * Transactions that hold up everybody who reads committed records, found and ended.
 *
 * <p>A transaction ends on each of its partitions with a marker, which the broker that leads the partition appends when
 * the transaction's coordinator says so. The coordinator writes down what is to be (prepared), has the markers written, and
 * writes down that it is done (complete). When it is done and a marker is missing, nobody will ever write it: the
 * partition's last stable offset stays before the transaction, and records behind it are not delivered to readers of
 * committed records. Brokers did that after an unclean restart, see
 * <a href="https://issues.apache.org/jira/browse/KAFKA-20734">KAFKA-20734</a>.
 *
 * <p>{@link io.vigie.processor.transaction.StableOffsets} notices that an offset stands still;
 * {@link io.vigie.processor.transaction.HangingTransactions} proves which transaction it is and what its coordinator had
 * decided; {@link io.vigie.processor.transaction.MarkerWriter} writes the marker that is missing, that one and no other.
 */
@NullMarked
package io.vigie.processor.transaction;

import org.jspecify.annotations.NullMarked;
