package io.vigie.sink.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.vigie.sink.StopSignal;
import io.vigie.sink.Supervisor;
import io.vigie.sink.elastic.WritingThread.Bulk;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One life of the sink: a consumer, a writer and a dead-letter producer that live and end together. The consumer's
 * thread never waits for Elasticsearch: it goes on polling, with its partitions paused while two bulks are waiting.
 */
final class SinkSession implements Supervisor.Session, ConsumerRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(SinkSession.class);
    private static final Duration IDLE_POLL = Duration.ofMillis(500);
    private static final Duration BUSY_POLL = Duration.ofMillis(10);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(4);

    private final SinkSettings settings;
    private final SinkMeters meters;
    private final SinkHealth health;
    private final RandomGenerator random = new Random();
    private final ElasticsearchClient client;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaClientMetrics consumerMetrics;
    private final DeadLetterOffice deadLetters;
    private final Shelf shelf;
    private final WritingThread writing;
    private final EntryBuffer buffer;
    private final SafeOffsets safe;

    private @Nullable Bulk bulk;
    private long settleNotBefore = System.nanoTime();
    private int settleFailures;

    /** Opens the clients; the first connection is made in {@link #run}. */
    SinkSession(SinkSettings settings, Shelf.Maker maker, SinkMeters meters, SinkHealth health, Clock clock)
            throws IOException {
        this.settings = settings;
        this.meters = meters;
        this.health = health;
        this.client = ElasticClients.open(settings.elastic());
        this.shelf = maker.make(client, settings, clock);
        this.consumer =
                new KafkaConsumer<>(consumerProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.consumerMetrics = meters.show(consumer);
        this.deadLetters =
                new DeadLetterOffice(settings.kafka(), settings.topics().deadLetters());
        this.writing =
                new WritingThread(client, new BulkWriter(shelf, settings.backoff(), meters, health, random), health);
        this.buffer = new EntryBuffer(settings.bulk());
        this.safe = new SafeOffsets(consumer);
    }

    private Map<String, Object> consumerProperties() {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, shelf.group());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.bulk().alerts());
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, List.of(CooperativeStickyAssignor.class));
        return properties;
    }

    @Override
    public void run(StopSignal stop) throws InterruptedException {
        if (!prepareIndices(stop)) {
            return;
        }
        consumer.subscribe(shelf.topics(), this);
        health.sessionIs(null);
        while (!stop.isRaised()) {
            boolean idle = bulk == null && buffer.isEmpty();
            read(idle ? IDLE_POLL : BUSY_POLL);
            settleBulk();
            safe.commit(); // what a rebalance kept back, even when nothing follows it
            startBulk();
            holdBack();
            if (bulk == null) {
                writing.lookAtElastic();
            }
        }
        abandonBulk(List.of());
        safe.commit();
    }

    private boolean prepareIndices(StopSignal stop) throws InterruptedException {
        for (int failures = 1; !stop.isRaised(); failures++) {
            try {
                shelf.prepare();
                health.elasticIsWell();
                return true;
            } catch (IOException | ElasticsearchException e) {
                health.elasticFails(ElasticFailures.describe(e));
                stop.await(settings.backoff().pause(failures, random));
            }
        }
        return false;
    }

    private void read(Duration wait) {
        int records = 0;
        for (ConsumerRecord<byte[], byte[]> consumed : consumer.poll(wait)) {
            buffer.add(shelf.read(consumed), System.nanoTime());
            records++;
        }
        meters.accepted(records);
    }

    private void startBulk() {
        if (bulk != null || !buffer.isDue(System.nanoTime())) {
            return;
        }
        bulk = writing.start(buffer.take());
    }

    private void settleBulk() throws InterruptedException {
        Bulk current = bulk;
        if (current == null || !current.done().isDone() || System.nanoTime() - settleNotBefore < 0) {
            return;
        }
        rethrow(current.done());
        if (settle(Settlement.of(current.entries()))) {
            bulk = null;
        }
    }

    /** Gives back what is safe. Returns false when dead letters could not be sent; nothing was given back then. */
    private boolean settle(Settlement settlement) throws InterruptedException {
        List<Entry> rejected = settlement.rejected();
        safe.forget(settlement.offsets().keySet());
        if (rejected.isEmpty()) {
            safe.add(settlement.offsets());
            safe.commit();
        } else {
            try {
                deadLetters.send(rejected, settlement.offsets(), consumer.groupMetadata());
            } catch (KafkaException e) {
                health.deadLettersFail(ElasticFailures.describe(e));
                Duration pause = settings.backoff().pause(++settleFailures, random);
                settleNotBefore = System.nanoTime() + pause.toNanos();
                return false;
            }
            settleFailures = 0;
            health.deadLettersAreWell();
            rejected.forEach(SinkSession::report);
        }
        meters.settled(settlement.settled());
        return true;
    }

    private static void report(Entry entry) {
        if (entry.verdict() instanceof Verdict.Rejected rejected) {
            log.atWarn()
                    .addKeyValue("partition", entry.partition())
                    .addKeyValue("offset", entry.offset())
                    .addKeyValue("cause", rejected.cause())
                    .log("alert rejected");
        }
    }

    private void holdBack() {
        if (buffer.isFull()) {
            consumer.pause(consumer.assignment());
        } else if (!consumer.paused().isEmpty()) {
            consumer.resume(consumer.paused());
        }
    }

    /**
     * Lets go of the bulk: gives back what is safe, except of partitions that are lost, and puts the rest back into the
     * buffer. Writing it twice does no harm.
     */
    private void abandonBulk(Collection<TopicPartition> lost) throws InterruptedException {
        Bulk current = bulk;
        if (current == null) {
            return;
        }
        current.stop().raise();
        try {
            current.done().get(LONGEST_FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            log.atInfo().addKeyValue("reason", e.getClass().getSimpleName()).log("bulk left unfinished");
        }
        bulk = null;
        List<Entry> ours = current.entries().stream()
                .filter(entry -> !lost.contains(entry.partition()))
                .toList();
        meters.released(current.entries().size() - ours.size());
        Settlement settlement = Settlement.of(ours);
        buffer.putBack(settle(settlement) ? settlement.open() : ours);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        log.atInfo().addKeyValue("partitions", partitions).log("partitions assigned");
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        log.atInfo().addKeyValue("partitions", partitions).log("partitions revoked");
        if (partitions.isEmpty()) {
            return;
        }
        try {
            abandonBulk(List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        safe.commit();
        forget(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        log.atWarn().addKeyValue("partitions", partitions).log("partitions lost");
        try {
            abandonBulk(partitions);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        forget(partitions);
    }

    private void forget(Collection<TopicPartition> partitions) {
        meters.released(buffer.drop(partitions));
        safe.forget(partitions);
    }

    private static void rethrow(Future<?> done) throws InterruptedException {
        try {
            done.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("writing failed: " + ElasticFailures.describe(e), e);
        }
    }

    /** Takes no more than about eight seconds. */
    @Override
    public void close() {
        writing.close();
        consumerMetrics.close();
        try {
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(3)));
        } finally {
            meters.released(buffer.size());
            deadLetters.close();
            try {
                client.close();
            } catch (IOException e) {
                log.atDebug().addKeyValue("reason", e.getMessage()).log("client closed with an error");
            }
        }
    }
}
