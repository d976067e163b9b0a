package io.vigie.sink.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.vigie.sink.StopSignal;
import io.vigie.sink.Supervisor;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
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
    private static final Duration IDLE_POLL = Duration.ofMillis(200);
    private static final Duration BUSY_POLL = Duration.ofMillis(10);
    private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(4);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private final SinkSettings settings;
    private final SinkMeters meters;
    private final SinkHealth health;
    private final Clock clock;
    private final RandomGenerator random = new Random();
    private final ElasticsearchClient client;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final DeadLetterOffice deadLetters;
    private final ExecutorService writing;
    private final BulkWriter writer;
    private final EntryBuffer buffer;
    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();

    private @Nullable Bulk bulk;
    private long nextHeartbeat = System.nanoTime();
    private long settleNotBefore = System.nanoTime();
    private int settleFailures;

    /**
     * A bulk under way.
     *
     * @param entries of it
     * @param done when the writer has let go of it
     * @param stop tells the writer to let go
     */
    private record Bulk(List<Entry> entries, Future<?> done, StopSignal stop) {}

    /** Opens the clients; the first connection is made in {@link #run}. */
    SinkSession(SinkSettings settings, SinkMeters meters, SinkHealth health, Clock clock) throws IOException {
        this.settings = settings;
        this.meters = meters;
        this.health = health;
        this.clock = clock;
        this.client = ElasticClients.open(settings.elastic());
        this.consumer =
                new KafkaConsumer<>(consumerProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.deadLetters =
                new DeadLetterOffice(settings.kafka(), settings.topics().deadLetters());
        this.writing = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "sink-elastic-writer");
            thread.setDaemon(true);
            return thread;
        });
        this.writer = new BulkWriter(new AlertIndexer(client, clock), settings.backoff(), meters, health, random);
        this.buffer = new EntryBuffer(settings.bulk());
    }

    private Map<String, Object> consumerProperties() {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
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
        consumer.subscribe(List.of(settings.topics().alerts()), this);
        health.sessionIs(null);
        while (!stop.isRaised()) {
            boolean idle = bulk == null && buffer.isEmpty();
            read(idle ? IDLE_POLL : BUSY_POLL);
            settleBulk();
            commit(uncommitted); // what a rebalance kept back, even when nothing follows it
            startBulk();
            holdBack();
            lookAtElastic();
        }
        abandonBulk(List.of());
        commit(uncommitted);
    }

    private boolean prepareIndices(StopSignal stop) throws InterruptedException {
        for (int failures = 1; !stop.isRaised(); failures++) {
            try {
                String month = YearMonth.now(clock.withZone(ZoneOffset.UTC)).toString();
                new IndexSetup(client).install(month);
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
            buffer.add(Entry.of(consumed), System.nanoTime());
            records++;
        }
        meters.accepted(records);
    }

    private void startBulk() {
        if (bulk != null || !buffer.isDue(System.nanoTime())) {
            return;
        }
        List<Entry> entries = buffer.take();
        StopSignal stop = new StopSignal();
        Future<?> done = writing.submit(() -> {
            writer.write(entries, stop);
            return null;
        });
        bulk = new Bulk(entries, done, stop);
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
        uncommitted.keySet().removeIf(settlement.offsets()::containsKey);
        if (rejected.isEmpty()) {
            uncommitted.putAll(settlement.offsets());
            commit(uncommitted);
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

    /** What cannot be committed now is committed at the next turn; what belongs to others is theirs to commit. */
    private void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        if (offsets.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(offsets, COMMIT_TIMEOUT);
            offsets.clear();
        } catch (CommitFailedException | RebalanceInProgressException e) {
            log.atInfo().addKeyValue("reason", e.getMessage()).log("commit waits for a rebalance");
        } catch (RetriableException e) {
            log.atWarn().addKeyValue("reason", e.getMessage()).log("commit failed; it is tried again");
        }
    }

    private void holdBack() {
        if (buffer.isFull()) {
            consumer.pause(consumer.assignment());
        } else if (!consumer.paused().isEmpty()) {
            consumer.resume(consumer.paused());
        }
    }

    /** While nothing is to be written, readiness would otherwise be a memory. */
    private void lookAtElastic() {
        long now = System.nanoTime();
        if (bulk != null || now - nextHeartbeat < 0) {
            return;
        }
        nextHeartbeat = now + HEARTBEAT.toNanos();
        writing.execute(() -> {
            try {
                client.indices().exists(exists -> exists.index(AlertNames.ALIAS));
                health.elasticIsWell();
            } catch (IOException | RuntimeException e) {
                health.elasticFails(ElasticFailures.describe(e));
            }
        });
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
        commit(uncommitted);
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
        uncommitted.keySet().removeAll(new ArrayList<>(partitions));
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
        writing.shutdownNow();
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
