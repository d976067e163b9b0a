package io.vigie.audit.replay;

import io.vigie.events.Alert;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.PressItem;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An item as it stands on its topic, with what production made of it.
 *
 * @param offset of the item
 * @param writtenAt when it was written there, milliseconds since 1970
 * @param item absent when it cannot be read
 * @param classified absent when production left no record
 * @param alert absent when production did not alert
 * @param page that the item was read from, packed; absent when it is not asked for, not kept, or the item was withdrawn
 * @param last whether production has written nothing about this item nor about any behind it
 */
record ItemRecord(
        long offset,
        long writtenAt,
        @Nullable PressItem item,
        @Nullable ClassifiedItem classified,
        @Nullable Alert alert,
        @Nullable ConsumerRecord<byte[], byte[]> page,
        boolean last) {}
