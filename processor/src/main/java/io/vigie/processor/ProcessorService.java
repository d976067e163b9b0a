package io.vigie.processor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.vigie.events.Classification;
import io.vigie.events.PressItem;
import io.vigie.events.Readiness;
import io.vigie.events.RuleSet;
import io.vigie.processor.topology.AlertTopology;
import io.vigie.processor.topology.DeadLetterHandler;
import io.vigie.processor.topology.RulesInForce;
import io.vigie.processor.topology.TopologySettings;
import io.vigie.processor.transaction.TransactionWatch;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One processor instance: the topology on Kafka Streams, exactly once. Start it once, close it once. */
public final class ProcessorService implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ProcessorService.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(30);
    private static final int LARGEST_RECORD = 9 * 1024 * 1024;
    private static final int FASTEST_ZSTD = 1;

    /**
     * What is read of a partition at a time, in bytes: some ten items. A thread works off all that it read before it reads
     * again; a thousand items would take seconds, and questions about stories would wait for them.
     */
    private static final int LITTLE_AT_A_TIME = 16 * 1024;

    private final ProcessorSettings settings;
    private final Function<RuleSet, ? extends Function<PressItem, Classification>> compiler;
    private final MeterRegistry meters;
    private final AtomicReference<@Nullable Running> running = new AtomicReference<>();

    private record Running(
            KafkaStreams streams,
            KafkaStreamsMetrics metrics,
            RefusalLetters letters,
            RulesInForce rules,
            StateDisk disk,
            TransactionWatch transactions) {

        /** Of the disk, of the rules in force, and of who holds up the stream. */
        Readiness check() {
            return Readiness.of(List.of(disk.check(), rules.check(), transactions.check()));
        }
    }

    /**
     * Does no I/O.
     *
     * @param compiler makes a classifier of a rule set; throws when the set cannot be used
     */
    public ProcessorService(
            ProcessorSettings settings,
            Function<RuleSet, ? extends Function<PressItem, Classification>> compiler,
            MeterRegistry meters) {
        this.settings = settings;
        this.compiler = compiler;
        this.meters = meters;
    }

    /**
     * Joins the group; returns before the partitions are assigned.
     *
     * @throws IllegalStateException when the item topic cannot be found
     */
    public void start() {
        if (running.get() != null) {
            throw new IllegalStateException("the processor was started before");
        }
        TopologySettings topology = TopologySettings.of(settings.topics(), partitions());
        RefusalLetters letters = RefusalLetters.open(settings.topics().deadLetters(), settings.kafka());
        RulesInForce rules = new RulesInForce(compiler, letters, meters);
        StateDisk disk = new StateDisk(settings.stateDirectory());
        KafkaStreams streams = started(topology, rules, disk);
        Running started = new Running(
                streams,
                new KafkaStreamsMetrics(streams),
                letters,
                rules,
                disk,
                TransactionWatch.start(settings.topics().prefix(), settings.kafka(), meters));
        if (!running.compareAndSet(null, started)) {
            throw new IllegalStateException("the processor was started before");
        }
        started.metrics().bindTo(meters);
    }

    /** Who is killed while the disk is full may leave stores that cannot be opened; what they hold is in their changelogs. */
    private KafkaStreams started(TopologySettings topology, RulesInForce rules, StateDisk disk) {
        KafkaStreams streams = streams(topology, rules, disk);
        try {
            streams.start();
            return streams;
        } catch (ProcessorStateException e) {
            log.atError().setCause(e).log("stores cannot be opened, all are restored from their changelogs");
            streams.close(LONGEST_STOP);
            streams.cleanUp();
        }
        KafkaStreams afresh = streams(topology, rules, disk);
        afresh.start();
        return afresh;
    }

    private KafkaStreams streams(TopologySettings topology, RulesInForce rules, StateDisk disk) {
        KafkaStreams streams = new KafkaStreams(AlertTopology.build(topology, rules, meters), configuration());
        streams.setUncaughtExceptionHandler(exception -> {
            log.atError().setCause(exception).log("stream thread failed");
            disk.awaitRoom(exception);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        // A thread that takes another's place gets partitions, and Kafka Streams runs again when all have theirs.
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.RUNNING) {
                disk.restored();
            }
        });
        return streams;
    }

    /** Internal topics have as many partitions as the item topic. */
    private int partitions() {
        String topic = settings.topics().pressItems();
        try (Admin admin = Admin.create(new HashMap<>(settings.kafka()))) {
            TopicDescription items = admin.describeTopics(List.of(topic))
                    .topicNameValues()
                    .values()
                    .iterator()
                    .next()
                    .get(LONGEST_LOOK.toSeconds(), TimeUnit.SECONDS);
            return items.partitions().size();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("topic " + topic + " cannot be found: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking for topic " + topic, e);
        }
    }

    /**
     * Ready when items are being processed, which they are not while the disk under the stores is full; warns while the
     * rules in force are not those that were published last, and while a transaction holds up who reads the topics.
     */
    public Readiness check() {
        Running now = running.get();
        if (now == null) {
            return Readiness.notReady("processor: not started");
        }
        KafkaStreams.State state = now.streams().state();
        Readiness parts = now.check();
        // Without rules or room the threads stop and start again, so that it runs now and then: a part tells more.
        return state == KafkaStreams.State.RUNNING || parts instanceof Readiness.NotReady
                ? parts
                : Readiness.notReady("processor: Kafka Streams is " + state);
    }

    /** Commits what is done. A static member stays in its group, so that a restart moves nothing; any other leaves at once. */
    @Override
    public void close() {
        Running last = running.getAndSet(null);
        if (last != null) {
            last.disk().close();
            last.transactions().close();
            last.metrics().close();
            GroupMembershipOperation membership = settings.instance() == null
                    ? GroupMembershipOperation.LEAVE_GROUP
                    : GroupMembershipOperation.REMAIN_IN_GROUP;
            last.streams()
                    .close(CloseOptions.groupMembershipOperation(membership).withTimeout(LONGEST_STOP));
            last.letters().close();
        }
    }

    private Properties configuration() {
        Properties p = new Properties();
        p.putAll(settings.kafka());
        p.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        p.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
        p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, settings.guarantee().setting());
        p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        p.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbys());
        p.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StoreTuning.class);
        if (settings.instance() != null) {
            p.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), settings.instance());
        }
        p.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        p.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                settings.topics().deadLetters());
        p.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        p.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        p.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        p.put(DeadLetterHandler.METERS, meters);
        p.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        p.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), LITTLE_AT_A_TIME);
        p.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_RECORD);
        p.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
        p.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_ZSTD_LEVEL_CONFIG), FASTEST_ZSTD);
        // Answers and merges are told apart by what they say, not by which of two topics was read first: nothing is
        // waited for.
        p.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        return p;
    }
}
