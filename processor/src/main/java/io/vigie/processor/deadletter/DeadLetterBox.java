package io.vigie.processor.deadletter;

import io.vigie.events.Redrive;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import io.vigie.events.kafka.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The topic of dead letters, for operators. Each call is complete in itself. */
public final class DeadLetterBox {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int LARGEST_RECORD = 9 * 1024 * 1024;

    private final Topics topics;
    private final Map<String, String> kafka;
    private final Clock clock;
    private final JsonCodec<Redrive> remarks = JsonCodec.of(Redrive.class);

    /**
     * Does no I/O.
     *
     * @param kafka client settings
     */
    public DeadLetterBox(Topics topics, Map<String, String> kafka, Clock clock) {
        this.topics = topics;
        this.kafka = Map.copyOf(kafka);
        this.clock = clock;
    }

    /** What became of one letter that was to be put back. */
    public enum Outcome {
        /** It is on its topic again. */
        PUT_BACK,
        /** It was put back before; nothing was done. */
        ALREADY,
        /** No letter has this id. */
        UNKNOWN,
        /** It came from an internal topic of the stream or has no value: put back its item instead. */
        REFUSED
    }

    /** All letters, oldest first within a partition, as many as there are when it is called. */
    public List<StoredLetter> list() {
        Map<String, Redrive> done = new HashMap<>();
        read(topics.redriven(), record -> {
            if (record.key() != null && record.value() != null) {
                done.put(new String(record.key(), StandardCharsets.UTF_8), remarks.decode(record.value()));
            }
        });
        List<StoredLetter> letters = new ArrayList<>();
        read(
                topics.deadLetters(),
                record -> DeadLetterHeaders.read(record.headers()).ifPresent(letter -> {
                    String id = record.partition() + "-" + record.offset();
                    letters.add(new StoredLetter(
                            id,
                            letter,
                            record.key(),
                            record.value(),
                            java.time.Instant.ofEpochMilli(record.timestamp()),
                            done.get(id)));
                }));
        return letters;
    }

    /**
     * Puts letters back, each once, all of them in one transaction.
     *
     * @param ids of letters
     * @param repaired bytes to put in the place of the original value, for a single letter; {@code null} for the original
     * @return what became of each, by id
     */
    public Map<String, Outcome> redrive(Set<String> ids, byte @Nullable [] repaired) {
        if (repaired != null && ids.size() != 1) {
            throw new IllegalArgumentException("a repaired value is for one letter, not for " + ids.size());
        }
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            // Fences whoever is at it, and ends what he left: what is read from here on stays true.
            producer.initTransactions();
            Map<String, StoredLetter> letters =
                    list().stream().collect(Collectors.toMap(StoredLetter::id, letter -> letter));
            Map<String, Outcome> outcomes = new HashMap<>();
            producer.beginTransaction();
            for (String id : ids) {
                StoredLetter letter = letters.get(id);
                Outcome outcome = outcome(letter, repaired);
                outcomes.put(id, outcome);
                if (letter != null && outcome == Outcome.PUT_BACK) {
                    String topic = letter.letter().topic();
                    byte[] value = repaired == null ? letter.value() : repaired;
                    producer.send(new ProducerRecord<>(topic, letter.key(), value));
                    Redrive remark = new Redrive(topic, repaired != null, clock.instant());
                    producer.send(new ProducerRecord<>(
                            topics.redriven(), id.getBytes(StandardCharsets.UTF_8), remarks.encode(remark)));
                }
            }
            producer.commitTransaction();
            return outcomes;
        }
    }

    private Outcome outcome(@Nullable StoredLetter letter, byte @Nullable [] repaired) {
        if (letter == null) {
            return Outcome.UNKNOWN;
        }
        if (letter.redrive() != null) {
            return Outcome.ALREADY;
        }
        boolean ours = topics.all().stream()
                .anyMatch(spec -> spec.name().equals(letter.letter().topic()));
        return ours && (letter.value() != null || repaired != null) ? Outcome.PUT_BACK : Outcome.REFUSED;
    }

    private void read(String topic, Consumer<ConsumerRecord<byte @Nullable [], byte @Nullable []>> each) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    Optional.ofNullable(consumer.partitionsFor(topic)).orElse(List.of()).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(each::accept);
            }
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topics.prefix() + "redrive");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
