package io.vigie.sink.deliver;

import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.vigie.events.Alert;
import io.vigie.events.Notice;
import io.vigie.events.Surge;
import io.vigie.events.kafka.EventSerde;
import io.vigie.sink.StopSignal;
import io.vigie.sink.Supervisor;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Reads alerts and surges and puts a notice for each channel that wants one into the outbox, in one transaction with its
 * offsets.
 */
final class Router implements Supervisor.Session {

    private static final EventSerde<Alert> ALERTS = EventSerde.of(Alert.class);
    private static final EventSerde<Surge> SURGES = EventSerde.of(Surge.class);
    private static final EventSerde<Notice> NOTICES = EventSerde.of(Notice.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final DeliverSettings settings;
    private final DeliverMeters meters;
    private final Runnable well;
    private final Clock clock;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaClientMetrics consumerMetrics;
    private final KafkaProducer<String, byte[]> producer;

    Router(DeliverSettings settings, DeliverMeters meters, Runnable well, Clock clock) {
        this.settings = settings;
        this.meters = meters;
        this.well = well;
        this.clock = clock;
        String prefix = settings.topics().prefix();
        Map<String, Object> reading = new HashMap<>(settings.kafka());
        reading.put("group.id", prefix + "deliver-router");
        reading.put("enable.auto.commit", false);
        reading.put("auto.offset.reset", "earliest");
        reading.put("isolation.level", "read_committed");
        // An instance that is gone is missed within seconds: its alerts are urgent.
        reading.put("session.timeout.ms", 10_000);
        Map<String, Object> writing = new HashMap<>(settings.kafka());
        writing.put("transactional.id", prefix + "deliver-router-" + UUID.randomUUID());
        writing.put("acks", "all");
        writing.put("enable.idempotence", true);
        writing.put("transaction.timeout.ms", 10_000);
        writing.put("max.block.ms", 10_000);
        consumer = new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumerMetrics = meters.show(consumer);
        producer = new KafkaProducer<>(writing, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public void run(StopSignal stop) {
        producer.initTransactions();
        consumer.subscribe(List.of(settings.topics().alerts(), settings.topics().surges()));
        well.run();
        while (!stop.isRaised()) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                route(records);
            }
        }
    }

    /** Whatever fails here ends the session, and its transaction with it: nothing was routed then. */
    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails when a record of its transaction did
    private void route(ConsumerRecords<byte[], byte[]> records) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        producer.beginTransaction();
        for (ConsumerRecord<byte[], byte[]> consumed : records) {
            for (Notice notice : notices(consumed)) {
                String outbox = settings.topics().outbox();
                producer.send(new ProducerRecord<>(outbox, notice.channel(), NOTICES.serialize(outbox, notice)));
                meters.routed();
            }
            offsets.put(
                    new TopicPartition(consumed.topic(), consumed.partition()),
                    new OffsetAndMetadata(consumed.offset() + 1));
        }
        producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
        producer.commitTransaction();
    }

    /** What cannot be read is counted only: the sink of documents reads the same topics and puts it aside. */
    private List<Notice> notices(ConsumerRecord<byte[], byte[]> consumed) {
        try {
            if (consumed.topic().equals(settings.topics().surges())) {
                Surge surge = SURGES.deserialize(consumed.topic(), consumed.value());
                return surge == null ? List.of() : Notices.of(surge, settings.channels(), clock.instant());
            }
            Alert alert = ALERTS.deserialize(consumed.topic(), consumed.value());
            return alert == null ? List.of() : Notices.of(alert, settings.channels(), clock.instant());
        } catch (SerializationException | NullPointerException e) {
            meters.malformed();
            return List.of();
        }
    }

    @Override
    public void close() {
        consumerMetrics.close();
        producer.close(Duration.ofSeconds(2));
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(3)));
    }
}
