package io.vigie.audit.replay;

import static io.vigie.audit.Production.RULES;
import static io.vigie.audit.Production.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.audit.Production;
import io.vigie.audit.topic.Span;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.Provenance;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordWindowIT {

    private static final int ITEMS = 12;
    private static final String LONG_KEPT = "window.long-kept";

    @TempDir
    private Path data;

    /** The items were published long before they were read, as those of an archive are. */
    @Test
    void findsAllRecordsOfItemsWithoutReadingWhatWasWrittenLongBefore() throws Exception {
        try (Production production = Production.start(data, "window.")) {
            for (int i = 0; i < ITEMS; i++) {
                production.publish(item("page-" + i, "A missile flew", "It is report " + i + "."));
            }
            Instant written = Instant.now();
            production.judge(RULES);
            String classified = production.topics().classifiedItems();
            keptLong(production, production.records(classified));

            List<Provenance> read = Collections.synchronizedList(new ArrayList<>());
            for (Span items : production.access().all(production.topics().pressItems())) {
                assertThat(found(production, classified, items, written, new ArrayList<>()))
                        .isEqualTo(items.length());
                assertThat(found(production, LONG_KEPT, items, written, read)).isEqualTo(items.length());
                assertThat(read).hasSize(ITEMS).doesNotHaveDuplicates();
                read.clear();
            }
        }
    }

    /** A topic with the same records twice: three hours before they were written, and when they were. */
    private static void keptLong(Production production, List<ConsumerRecord<byte[], byte[]>> records) throws Exception {
        try (Admin admin = Admin.create(new HashMap<>(production.kafka()));
                var producer = new KafkaProducer<>(
                        new HashMap<String, Object>(production.kafka()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic(LONG_KEPT, 1, (short) 1)))
                    .all()
                    .get();
            for (Duration before : List.of(Duration.ofHours(3), Duration.ZERO)) {
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    producer.send(new ProducerRecord<>(
                                    LONG_KEPT, 0, record.timestamp() - before.toMillis(), record.key(), record.value()))
                            .get();
                }
            }
        }
    }

    private static long found(Production production, String topic, Span items, Instant first, List<Provenance> read)
            throws InterruptedException {
        try (RecordWindow<ClassifiedItem> window = new RecordWindow<>(
                        production.access(),
                        topic,
                        ClassifiedItem.class,
                        record -> {
                            read.add(record.provenance());
                            return record.provenance();
                        },
                        items,
                        first);
                Workers workers = new Workers(1)) {
            window.advance(items.to(), workers);
            long found = 0;
            for (long offset = items.from(); offset < items.to(); offset++) {
                found += window.take(offset) == null ? 0 : 1;
            }
            return found;
        }
    }
}
