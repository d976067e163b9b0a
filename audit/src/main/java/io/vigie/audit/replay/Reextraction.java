package io.vigie.audit.replay;

import io.vigie.audit.topic.PageSnapshot;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.Novelty;
import io.vigie.events.PressItem;
import io.vigie.ingest.watch.Rereading;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Extraction, run again on the page that an item was read from. Safe for many threads. */
final class Reextraction {

    private final Rereading reading = new Rereading();

    /**
     * An item that was read again.
     *
     * @param item as the page gives it now
     * @param differences from the item on record
     */
    record Reread(PressItem item, List<FieldDifference> differences) {

        Reread {
            differences = List.copyOf(differences);
        }
    }

    /** Reads the page. What cannot be read now, though it could be then, is a difference of the whole item. */
    Reread read(PressItem recorded, ClassifiedItem record, ConsumerRecord<byte[], byte[]> packed) {
        try {
            PageSnapshot page = PageSnapshot.of(packed);
            PressItem again = reading.read(
                    recorded, page.bytes(), page.contentType(), page.uri(), record.novelty() == Novelty.FIRST);
            return new Reread(again, FieldDifference.between(recorded, again));
        } catch (RuntimeException e) {
            return new Reread(recorded, List.of(new FieldDifference("page", "read", "cannot be read any more: " + e)));
        }
    }
}
