package io.vigie.processor.transaction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.Readiness;
import io.vigie.processor.transaction.StableOffsets.Held;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks now and then whether a transaction holds up who reads our topics, and says so in readiness and as a metric. */
public final class TransactionWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TransactionWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    /** A producer's transaction times out after a minute; then its coordinator aborts it. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final StableOffsets offsets;
    private final Admin admin;
    private final Gauge gauge;
    private final MeterRegistry meters;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "vigie-transaction-watch");
        daemon.setDaemon(true);
        return daemon;
    });
    private volatile Map<TopicPartition, Held> held = Map.of();

    /** Opens a connection and looks at nothing yet. */
    TransactionWatch(String prefix, Map<String, String> kafka, MeterRegistry meters) {
        this.offsets = new StableOffsets(prefix, PATIENCE);
        this.admin = Admin.create(new HashMap<>(kafka));
        this.meters = meters;
        this.gauge = Gauge.builder("vigie.processor.partitions.held", this, watch -> watch.held.size())
                .description("partitions on which a transaction holds up who reads committed records")
                .register(meters);
    }

    /**
     * Starts to look.
     *
     * @param prefix of the topics that matter
     * @param kafka client settings: {@code bootstrap.servers}, security
     */
    public static TransactionWatch start(String prefix, Map<String, String> kafka, MeterRegistry meters) {
        TransactionWatch watch = new TransactionWatch(prefix, kafka, meters);
        watch.thread.scheduleWithFixedDelay(
                () -> watch.look(Instant.now()),
                BETWEEN_LOOKS.toSeconds(),
                BETWEEN_LOOKS.toSeconds(),
                TimeUnit.SECONDS);
        return watch;
    }

    /** Looks once. */
    void look(Instant now) {
        try {
            held = offsets.look(admin, now);
            held.forEach((partition, each) -> log.atWarn()
                    .addKeyValue("partition", partition)
                    .addKeyValue("offset", each.offset())
                    .addKeyValue("since", each.since())
                    .log("a transaction holds up who reads committed records"));
        } catch (ExecutionException | RuntimeException e) {
            // A cluster that does not answer is somebody else's finding; this one looks again.
            log.atDebug().setCause(e).log("the stable offsets could not be asked for");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Warns of each partition that is held up: other partitions go on, and a restart would not help. */
    public Readiness check() {
        return new Readiness.Ready(held.entrySet().stream()
                .map(each -> "a transaction holds up " + each.getKey() + " at offset "
                        + each.getValue().offset() + " since "
                        + each.getValue().since().truncatedTo(ChronoUnit.SECONDS)
                        + "; see vigie transactions list")
                .toList());
    }

    @Override
    public void close() {
        thread.shutdownNow();
        meters.remove(gauge);
        admin.close(Duration.ZERO);
    }
}
