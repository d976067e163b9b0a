package io.vigie.bench.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.bench.fleet.LocalKafka;
import io.vigie.bench.press.Reports;
import io.vigie.events.PressItem;
import io.vigie.events.Readiness;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import io.vigie.processor.ProcessorService;
import io.vigie.processor.ProcessorSettings;
import io.vigie.processor.RuleSetPublisher;
import io.vigie.processor.watch.Classifier;
import io.vigie.processor.watch.ThemeRules;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * From an item on its topic to its alert that a reader of committed records gets, at a rate that leaves a processor room. All
 * waits that exactly-once brings are in it: two questions to other partitions and three commits.
 */
final class AlertLatency {

    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    /** After the last item; an alert that takes longer is not counted, and such a run shows it by its ninety-ninth. */
    private static final Duration LAST_WAIT = Duration.ofSeconds(10);

    private static final int THREADS = 2;

    private final LocalKafka kafka;
    private final Topics topics;
    private final Path state;
    private final Reports press;
    private final Map<String, Long> sentAt = new ConcurrentHashMap<>();

    AlertLatency(LocalKafka kafka, Topics topics, Path state, Reports press) {
        this.kafka = kafka;
        this.topics = topics;
        this.state = state;
        this.press = press;
    }

    /**
     * Runs a processor of {@value #THREADS} threads, as ships.
     *
     * @param rate items a second
     * @param span that counts, after half a minute that does not
     * @return milliseconds of each alert
     */
    List<Double> at(double rate, Duration span) throws InterruptedException {
        new RuleSetPublisher(topics, kafka.client()).activate(ThemeRules.shipped());
        List<Double> took = new ArrayList<>();
        try (ProcessorService service = new ProcessorService(
                new ProcessorSettings(topics, kafka.client(), state, THREADS),
                Classifier::of,
                new SimpleMeterRegistry())) {
            service.start();
            while (!(service.check() instanceof Readiness.Ready)) {
                Thread.sleep(POLL.toMillis());
            }
            int cold = (int) (rate * WARM_UP.toSeconds());
            int items = cold + (int) (rate * span.toSeconds());
            Thread writer = new Thread(() -> write(items, cold, rate), "items");
            writer.start();
            read(writer, took);
        }
        return took;
    }

    private void write(int items, int cold, double rate) {
        JsonCodec<PressItem> codec = JsonCodec.of(PressItem.class);
        long begin = System.nanoTime();
        try (KafkaProducer<String, byte[]> producer = kafka.producer(Duration.ZERO)) {
            for (int i = 0; i < items; i++) {
                LockSupport.parkNanos(begin + (long) (i * 1e9 / rate) - System.nanoTime());
                PressItem item = press.item(i, Instant.now());
                if (i >= cold) {
                    sentAt.put(item.id(), System.nanoTime());
                }
                var unused = producer.send(new ProducerRecord<>(topics.pressItems(), item.id(), codec.encode(item)));
            }
        }
    }

    private void read(Thread writer, List<Double> took) {
        try (KafkaConsumer<byte[], byte[]> reader = kafka.reader(topics.alerts())) {
            long end = Long.MAX_VALUE;
            while (System.nanoTime() < end) {
                for (ConsumerRecord<byte[], byte[]> alert : reader.poll(POLL)) {
                    Long sent = sentAt.remove(new String(alert.key(), UTF_8));
                    if (sent != null) {
                        took.add((System.nanoTime() - sent) / 1e6);
                    }
                }
                if (end == Long.MAX_VALUE && !writer.isAlive()) {
                    end = System.nanoTime() + LAST_WAIT.toNanos();
                }
            }
        }
    }
}
