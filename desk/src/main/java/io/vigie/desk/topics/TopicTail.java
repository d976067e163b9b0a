package io.vigie.desk.topics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.Readiness;
import io.vigie.events.json.MalformedEventException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics on one thread, first what they have and then what comes. Readers must bear to see a record again: when
 * Kafka fails in a way that its client does not mend, reading begins anew.
 */
public final class TopicTail implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TopicTail.class);
    private static final Duration POLL = Duration.ofMillis(100);
    /** How long a question for more may stay open while there is none; what comes is answered at once. */
    private static final Duration IDLE_POLL = Duration.ofSeconds(5);

    private static final Duration CALL = Duration.ofSeconds(10);
    private static final long LONGEST_CLOSE_MILLIS = 5_000;
    private static final long PAUSE_SECONDS = 2;

    private final Map<String, String> kafka;
    private final Map<String, Reading> readings = new HashMap<>();
    private final Clock clock;
    private final Counter malformed;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile Readiness readiness = Readiness.notReady("desk: reading the topics");
    private volatile @Nullable KafkaConsumer<?, ?> open;
    private @Nullable Thread thread;

    public TopicTail(Map<String, String> kafka, List<Reading> readings, Clock clock, MeterRegistry meters) {
        this.kafka = Map.copyOf(kafka);
        readings.forEach(reading -> this.readings.put(reading.topic(), reading));
        this.clock = clock;
        this.malformed = Counter.builder("vigie.desk.malformed")
                .description("Records that are no event of their topic; they are passed over")
                .register(meters);
    }

    public void start() {
        Thread started = new Thread(this::run, "desk-topics");
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    /** Ready when all that the topics had at the start was read, and Kafka answers. */
    public Readiness check() {
        return readiness;
    }

    private void run() {
        while (stop.getCount() > 0) {
            try {
                read();
            } catch (WakeupException e) {
                log.atDebug().log("reading the topics is over");
            } catch (KafkaException e) {
                readiness = Readiness.notReady("desk: Kafka: " + e.getMessage());
                log.atWarn().setCause(e).log("reading the topics broke off; it begins anew");
                pause();
            }
        }
    }

    private void read() {
        KafkaConsumer<@Nullable String, byte @Nullable []> consumer = consumer();
        open = consumer;
        try {
            read(consumer);
        } finally {
            // It has no group to leave and nothing to commit: not even the answer to an open question is waited for.
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    private void read(KafkaConsumer<@Nullable String, byte @Nullable []> consumer) {
        List<TopicPartition> partitions = partitions(consumer);
        consumer.assign(partitions);
        position(consumer, partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions, CALL));
        boolean caughtUp = false;
        while (stop.getCount() > 0) {
            consumer.poll(caughtUp ? IDLE_POLL : POLL).forEach(this::pass);
            if (!caughtUp) {
                ends.entrySet().removeIf(end -> consumer.position(end.getKey(), CALL) >= end.getValue());
                caughtUp = ends.isEmpty();
                if (caughtUp) {
                    readiness = Readiness.ready();
                }
            }
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        List<TopicPartition> all = new ArrayList<>();
        for (String topic : Set.copyOf(readings.keySet())) {
            for (PartitionInfo partition : consumer.partitionsFor(topic, CALL)) {
                all.add(new TopicPartition(topic, partition.partition()));
            }
        }
        return all;
    }

    private void position(KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions) {
        Instant now = clock.instant();
        Map<TopicPartition, Long> times = new HashMap<>();
        List<TopicPartition> whole = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            Reading reading = readings.get(partition.topic());
            Duration back = reading == null ? null : reading.back();
            if (back == null) {
                whole.add(partition);
            } else {
                times.put(partition, now.minus(back).toEpochMilli());
            }
        }
        consumer.seekToBeginning(whole);
        consumer.offsetsForTimes(times, CALL).forEach((partition, found) -> {
            if (found == null) {
                consumer.seekToEnd(List.of(partition));
            } else {
                consumer.seek(partition, found.offset());
            }
        });
    }

    private void pass(ConsumerRecord<@Nullable String, byte @Nullable []> record) {
        Reading reading = readings.get(record.topic());
        if (reading == null) {
            return;
        }
        try {
            reading.reader().read(record);
        } catch (MalformedEventException | IllegalArgumentException | NullPointerException e) {
            malformed.increment();
            log.atDebug()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .log("passed over a malformed record");
        }
    }

    private KafkaConsumer<@Nullable String, byte @Nullable []> consumer() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // Nothing is ever paused or taken away here, so that no partition has to wait for an open question to end.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Math.toIntExact(IDLE_POLL.toMillis()));
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "vigie-desk");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private void pause() {
        try {
            stop.await(PAUSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop.countDown();
        KafkaConsumer<?, ?> reading = open;
        if (reading != null) {
            reading.wakeup();
        }
        Thread started = thread;
        if (started != null) {
            try {
                started.join(LONGEST_CLOSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
