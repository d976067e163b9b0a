package io.vigie.processor;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.events.Alert;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.PressItem;
import io.vigie.events.Readiness;
import io.vigie.events.RuleSet;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import io.vigie.events.kafka.EventSerde;
import io.vigie.processor.alert.AlertStep;
import io.vigie.processor.novelty.NoveltyStep;
import io.vigie.processor.story.Fingerprint;
import io.vigie.processor.story.Fingerprinter;
import io.vigie.processor.story.HeapMemory;
import io.vigie.processor.story.Placement;
import io.vigie.processor.story.StoryIndex;
import io.vigie.processor.story.StorySettings;
import io.vigie.processor.watch.Classifier;
import io.vigie.processor.watch.ThemeRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/**
 * Figures of the stream on this machine. {@code StreamBench latency SECONDS} sends 50 items a second and prints p50 and p99 from
 * item to alert; {@code StreamBench throughput ITEMS} prints items a second of the stream, of a pass-through topology on the
 * same broker, and of the pure functions in a loop; {@code StreamBench state ITEMS} prints the bytes of the stores and the heap.
 */
final class StreamBench {

    private static final int THREADS = 1;

    private StreamBench() {}

    public static void main(String[] arguments) throws Exception {
        int n = Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("stream-bench");
        switch (arguments[0]) {
            case "latency" -> latency(folder, n);
            case "throughput" -> throughput(folder, n);
            case "state" -> state(folder, n);
            default -> throw new IllegalArgumentException("latency, throughput or state");
        }
        System.exit(0);
    }

    private static void latency(Path folder, int seconds) throws Exception {
        try (Cluster cluster = Cluster.start(folder.resolve("kafka"), new Topics("l."));
                ProcessorService service = started(cluster, folder, OneWordRules.SET)) {
            int items = seconds * 50;
            Map<String, Long> sent = new HashMap<>();
            long[] took = new long[items];
            int seen = 0;
            Press press = new Press(1);
            try (KafkaProducer<String, PressItem> producer = cluster.producer();
                    KafkaConsumer<String, Alert> alerts =
                            cluster.reader(cluster.topics().alerts(), Alert.class)) {
                long start = System.nanoTime();
                for (int i = 0; i < items || seen < items; ) {
                    while (i < items && System.nanoTime() - start >= i * 20_000_000L) {
                        PressItem item = press.item(4 * i, Instant.now());
                        sent.put(item.id(), System.nanoTime());
                        producer.send(new ProducerRecord<>(cluster.topics().pressItems(), item.id(), item));
                        producer.flush();
                        i++;
                    }
                    for (ConsumerRecord<String, Alert> alert : alerts.poll(Duration.ofMillis(5))) {
                        took[seen++] = System.nanoTime() - sent.getOrDefault(alert.key(), 0L);
                    }
                }
            }
            // The first seconds warm the virtual machine up; they count as well.
            long[] sorted = Arrays.copyOf(took, seen);
            Arrays.sort(sorted);
            System.out.printf(
                    Locale.ROOT,
                    "50 items/s, %d alerts: p50 %d ms, p99 %d ms, max %d ms%n",
                    seen,
                    sorted[seen / 2] / 1_000_000,
                    sorted[(int) (seen * 0.99)] / 1_000_000,
                    sorted[seen - 1] / 1_000_000);
            int warm = Math.min(seen / 2, 500);
            long[] rest = Arrays.copyOfRange(took, warm, seen);
            Arrays.sort(rest);
            System.out.printf(
                    Locale.ROOT,
                    "after the first %d: p50 %d ms, p99 %d ms%n",
                    warm,
                    rest[rest.length / 2] / 1_000_000,
                    rest[(int) (rest.length * 0.99)] / 1_000_000);
        }
    }

    private static void throughput(Path folder, int items) throws Exception {
        RuleSet rules = ThemeRules.shipped();
        try (Cluster cluster = Cluster.start(folder.resolve("kafka"), new Topics("t."))) {
            fill(cluster, items);
            double through = passThrough(cluster, folder, items);
            double pure = pure(rules, items);
            new RuleSetPublisher(cluster.topics(), cluster.client()).activate(rules);
            long start = System.nanoTime();
            double stream;
            try (ProcessorService service = new ProcessorService(
                    new ProcessorSettings(cluster.topics(), cluster.client(), folder.resolve("state"), THREADS),
                    set -> Classifier.of(set)::classify,
                    new SimpleMeterRegistry())) {
                service.start();
                stream = rate(cluster, cluster.topics().classifiedItems(), items, start);
            }
            System.out.printf(
                    Locale.ROOT,
                    "items/s on %d thread: stream %.0f, pass-through %.0f, pure functions %.0f; stream / smaller"
                            + " %.2f%n",
                    THREADS,
                    stream,
                    through,
                    pure,
                    stream / Math.min(through, pure));
        }
    }

    private static void state(Path folder, int items) throws Exception {
        try (Cluster cluster = Cluster.start(folder.resolve("kafka"), new Topics("s."));
                ProcessorService service = started(cluster, folder, OneWordRules.SET)) {
            Press press = new Press(1);
            // Thirty days, whatever their number.
            long step = Duration.ofDays(30).toMillis() / items;
            try (KafkaProducer<String, PressItem> producer = cluster.producer()) {
                Instant first = Instant.now().minus(Duration.ofDays(30));
                for (int i = 0; i < items; i++) {
                    PressItem item = press.item(i, first.plusMillis(i * step));
                    producer.send(new ProducerRecord<>(cluster.topics().pressItems(), item.id(), item));
                }
            }
            rate(cluster, cluster.topics().classifiedItems(), items, System.nanoTime());
            System.gc();
            long heap =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            service.close();
            try (Stream<Path> files = Files.walk(folder.resolve("state"))) {
                long bytes = files.filter(Files::isRegularFile)
                        .mapToLong(file -> file.toFile().length())
                        .sum();
                System.out.printf(
                        Locale.ROOT,
                        "%d items of 30 days: stores %.1f MiB (%.0f bytes an item), heap of broker and processor %.0f"
                                + " MiB%n",
                        items,
                        bytes / 1048576.0,
                        (double) bytes / items,
                        heap / 1048576.0);
            }
        }
    }

    private static ProcessorService started(Cluster cluster, Path folder, RuleSet set) throws InterruptedException {
        ProcessorService service = new ProcessorService(
                new ProcessorSettings(cluster.topics(), cluster.client(), folder.resolve("state"), THREADS),
                OneWordRules::compile,
                new SimpleMeterRegistry());
        service.start();
        while (!(service.check() instanceof Readiness.Ready)) {
            Thread.sleep(50);
        }
        return service;
    }

    private static void fill(Cluster cluster, int items) {
        Press press = new Press(1);
        try (KafkaProducer<String, PressItem> producer = cluster.producer()) {
            for (int i = 0; i < items; i++) {
                PressItem item = press.item(i, Instant.now());
                producer.send(new ProducerRecord<>(cluster.topics().pressItems(), item.id(), item));
            }
        }
    }

    private static double passThrough(Cluster cluster, Path folder, int items) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(cluster.topics().pressItems(), Consumed.with(Serdes.String(), EventSerde.of(PressItem.class)))
                .to(cluster.topics().watchLedger(), Produced.with(Serdes.String(), EventSerde.of(PressItem.class)));
        Properties p = new Properties();
        p.putAll(cluster.client());
        p.put(StreamsConfig.APPLICATION_ID_CONFIG, "pass-through");
        p.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve("through").toString());
        p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, THREADS);
        p.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        long start = System.nanoTime();
        try (KafkaStreams streams = new KafkaStreams(builder.build(), p)) {
            streams.start();
            return rate(cluster, cluster.topics().watchLedger(), items, start);
        }
    }

    /** Items a second between the first and the last record, so that starting up does not count. */
    private static double rate(Cluster cluster, String topic, int items, long start) {
        long first = 0;
        int seen = 0;
        int atFirst = 0;
        try (KafkaConsumer<String, Object> reader = cluster.reader(topic, Object.class)) {
            while (seen < items) {
                seen += reader.poll(Duration.ofMillis(100)).count();
                if (first == 0 && seen > 0) {
                    first = System.nanoTime();
                    atFirst = seen;
                }
            }
        }
        return (seen - atFirst) * 1e9 / (System.nanoTime() - first);
    }

    /** What the stream does to an item, without the stream: JSON in, all steps, JSON out. */
    private static double pure(RuleSet rules, int items) {
        Classifier classifier = Classifier.of(rules);
        Fingerprinter fingerprinter = new Fingerprinter();
        StoryIndex index = new StoryIndex(StorySettings.defaults(), new HeapMemory());
        JsonCodec<PressItem> reading = JsonCodec.of(PressItem.class);
        JsonCodec<ClassifiedItem> writing = JsonCodec.of(ClassifiedItem.class);
        Press press = new Press(1);
        byte[][] texts = new byte[items][];
        for (int i = 0; i < items; i++) {
            texts[i] = reading.encode(press.item(i, Instant.now()));
        }
        long start = System.nanoTime();
        long bytes = 0;
        for (int i = 0; i < items; i++) {
            PressItem item = reading.decode(texts[i]);
            var verdict = NoveltyStep.judge(null, item);
            var classification = classifier.classify(item);
            Fingerprint print = fingerprinter.of(item.id(), item.datePublished(), "en", item.headline(), item.body());
            Placement placement = Placement.of(item.id(), i, List.of(index.add(print, i, route -> true)));
            ClassifiedItem classified = new ClassifiedItem(
                    item,
                    1,
                    verdict.novelty(),
                    classification,
                    placement.storyId(),
                    new io.vigie.events.Provenance("t", 0, i, null),
                    Instant.now());
            bytes += writing.encode(classified).length;
            AlertStep.raise(null, classified, item.detectedAt(), null);
        }
        System.out.println("pure functions wrote " + bytes / items + " bytes an item");
        return items * 1e9 / (System.nanoTime() - start);
    }
}
