package io.vigie.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.vigie.events.Readiness;
import io.vigie.events.SourceDefinition;
import io.vigie.events.json.JsonCodec;
import io.vigie.events.json.MalformedEventException;
import io.vigie.ingest.fetch.Fetcher;
import io.vigie.ingest.publish.Clients;
import io.vigie.ingest.watch.IngestMeters;
import io.vigie.ingest.watch.Rota;
import io.vigie.ingest.watch.Tools;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One ingest instance: a member of the group that shares the sources. Start it once, close it once.
 *
 * <p>The group gives each instance some partitions of {@code vigie.sources}; for each the instance runs a
 * {@link PartitionWatch}. When an instance dies the group notices within ten seconds and the others go on from what was
 * committed.
 */
public final class IngestService implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(IngestService.class);
    private static final Duration POLL = Duration.ofMillis(200);
    /** Once all is read; also how long a stop may have to wait. */
    private static final Duration IDLE_POLL = Duration.ofMillis(500);

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(40);

    private final IngestSettings settings;
    private final MeterRegistry meters;
    private final JsonCodec<SourceDefinition> codec = JsonCodec.of(SourceDefinition.class);
    private final Map<TopicPartition, PartitionWatch> watches = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private volatile @Nullable Running running;
    private volatile boolean closed;
    private volatile String state = "ingest is not started";

    private record Running(Thread thread, Tools tools, Rota rota) {}

    /** Does no I/O. */
    public IngestService(IngestSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
    }

    /** Joins the group; returns before partitions are assigned. */
    public synchronized void start() {
        if (running != null || closed) {
            throw new IllegalStateException("ingest was started before");
        }
        Tools tools = Tools.of(new Fetcher(settings.fetch()), new IngestMeters(meters));
        Rota rota = new Rota(settings.workers(), Clock.systemUTC());
        Thread thread = new Thread(this::run, "vigie-ingest");
        thread.setDaemon(true);
        running = new Running(thread, tools, rota);
        state = "ingest is joining its group";
        rota.start();
        thread.start();
    }

    /** Ready when this instance does its share. */
    public Readiness check() {
        if (!state.isEmpty()) {
            return Readiness.notReady(state);
        }
        return watches.values().stream()
                .map(PartitionWatch::check)
                .flatMap(Optional::stream)
                .findFirst()
                .map(Readiness::notReady)
                .orElseGet(Readiness::ready);
    }

    /** Leaves the group once what is under way is committed. */
    @Override
    public synchronized void close() {
        closed = true;
        Running last = running;
        if (last == null) {
            return;
        }
        try {
            last.thread().join(LONGEST_STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        last.rota().close();
        last.tools().fetcher().close();
        state = "ingest is stopped";
        running = null;
    }

    private void run() {
        while (!closed) {
            try (KafkaConsumer<String, byte[]> consumer =
                            new KafkaConsumer<>(Clients.member(settings.kafka(), settings.group()));
                    KafkaClientMetrics metrics = new KafkaClientMetrics(consumer)) {
                metrics.bindTo(meters);
                consumer.subscribe(List.of(settings.topics().sources()), new Assignment(consumer));
                while (!closed) {
                    boolean settled = state.isEmpty() && ends.isEmpty();
                    consumer.poll(settled ? IDLE_POLL : POLL).forEach(this::hear);
                    completeThoseReadToTheEnd(consumer);
                }
            } catch (InterruptException | WakeupException e) {
                break;
            } catch (KafkaException e) {
                state = "no group: " + e.getMessage();
                log.atWarn().addKeyValue("reason", e.getMessage()).log("lost the group, joining again");
                drop(List.copyOf(watches.keySet()));
                rest();
            }
        }
        drop(List.copyOf(watches.keySet()));
    }

    private void hear(ConsumerRecord<String, byte[]> record) {
        PartitionWatch watch = watches.get(new TopicPartition(record.topic(), record.partition()));
        if (watch == null) {
            return;
        }
        if (record.value() == null) {
            watch.remove(record.key());
            return;
        }
        try {
            watch.put(codec.decode(record.value()));
        } catch (MalformedEventException e) {
            log.atWarn()
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", e.getMessage())
                    .log("malformed source left out");
        }
    }

    private void completeThoseReadToTheEnd(KafkaConsumer<String, byte[]> consumer) {
        ends.entrySet().removeIf(end -> {
            PartitionWatch watch = watches.get(end.getKey());
            if (watch != null && consumer.position(end.getKey()) < end.getValue()) {
                return false;
            }
            if (watch != null) {
                watch.complete();
            }
            return true;
        });
    }

    private void drop(Collection<TopicPartition> partitions) {
        partitions.forEach(ends::remove);
        partitions.stream()
                .map(watches::remove)
                .filter(java.util.Objects::nonNull)
                .parallel()
                .forEach(PartitionWatch::close);
    }

    private static void rest() {
        try {
            java.util.concurrent.TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Assignment implements ConsumerRebalanceListener {

        private final KafkaConsumer<String, byte[]> consumer;

        Assignment(KafkaConsumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            Running now = running;
            if (partitions.isEmpty() || now == null) {
                state = "";
                return;
            }
            consumer.seekToBeginning(partitions);
            ends.putAll(consumer.endOffsets(partitions));
            for (TopicPartition partition : partitions) {
                PartitionWatch watch = new PartitionWatch(partition.partition(), settings, now.tools(), now.rota());
                watches.put(partition, watch);
                watch.start();
            }
            state = "";
            log.atInfo().addKeyValue("partitions", partitions).log("assigned");
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            drop(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            drop(partitions);
        }
    }
}
