package io.vigie.bench.growth;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A processor whose stores grow: items of thirty days, whatever their number. */
final class StateGrowth {

    private static final Duration WINDOW = Duration.ofDays(30);
    private static final long BETWEEN_CHECKS_MILLIS = 50;

    private final LocalKafka kafka;
    private final Path folder;
    private final Reports press;
    private final Topics topics;
    private final Instant oldest = Instant.now().minus(WINDOW);
    private final Duration step;
    private int size;

    /**
     * Makes the topics and puts the shipped rules in force.
     *
     * @param folder for the stores
     * @param most items there will ever be
     */
    StateGrowth(LocalKafka kafka, Path folder, Reports press, int most) throws InterruptedException {
        this.kafka = kafka;
        this.folder = folder;
        this.press = press;
        this.topics = kafka.topics("state.");
        this.step = WINDOW.dividedBy(most);
        new RuleSetPublisher(topics, kafka.client()).activate(ThemeRules.shipped());
    }

    /** Publishes the items that are missing, and gives how many a second came through. */
    double growTo(int most) throws InterruptedException {
        try (ProcessorService processor = new ProcessorService(
                new ProcessorSettings(topics, kafka.client(), folder, 1), Classifier::of, new SimpleMeterRegistry())) {
            processor.start();
            while (!(processor.check() instanceof Readiness.Ready)) {
                Thread.sleep(BETWEEN_CHECKS_MILLIS);
            }
            int missing = most - size;
            long begin = System.nanoTime();
            publish(most);
            kafka.awaitRecords(topics.classifiedItems(), most);
            return missing * 1e9 / (System.nanoTime() - begin);
        }
    }

    private void publish(int most) {
        JsonCodec<PressItem> codec = JsonCodec.of(PressItem.class);
        try (KafkaProducer<String, byte[]> producer = kafka.producer()) {
            for (; size < most; size++) {
                PressItem item = press.item(size, oldest.plus(step.multipliedBy(size)));
                var unused = producer.send(new ProducerRecord<>(topics.pressItems(), item.id(), codec.encode(item)));
            }
        }
    }

    /** Of all stores on disk; the processor is stopped and has written everything. */
    double bytes() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
