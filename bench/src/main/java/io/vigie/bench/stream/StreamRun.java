package io.vigie.bench.stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.bench.fleet.LocalKafka;
import io.vigie.bench.press.Reports;
import io.vigie.events.PressItem;
import io.vigie.events.Readiness;
import io.vigie.events.RuleSet;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import io.vigie.events.kafka.EventSerde;
import io.vigie.processor.ProcessorService;
import io.vigie.processor.ProcessorSettings;
import io.vigie.processor.ProcessorSettings.Guarantee;
import io.vigie.processor.RuleSetPublisher;
import io.vigie.processor.watch.Classifier;
import io.vigie.processor.watch.ThemeRules;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/** The contenders of one round, on one broker, each with the same items on topics of its own. */
final class StreamRun implements AutoCloseable {

    private static final long BETWEEN_CHECKS_MILLIS = 50;
    /** Until the broker leads all partitions of the topics that the instances have made. */
    private static final long SETTLING_MILLIS = 2_000;
    /** Items that are sent ahead of those that count: they wait for tasks that still move, and for the compiler. */
    private static final int AHEAD = 100;

    private record Encoded(String id, byte[] json) {}

    private final Path folder;
    private final LocalKafka kafka;
    private final RuleSet rules = ThemeRules.shipped();
    private final List<Encoded> items = new ArrayList<>();
    private int contenders;

    private StreamRun(Path folder, LocalKafka kafka) {
        this.folder = folder;
        this.kafka = kafka;
    }

    /** Starts the broker and writes the items. */
    static StreamRun on(Path folder, int characters, int count) {
        StreamRun run = new StreamRun(folder, LocalKafka.start(folder.resolve("kafka")));
        Reports press = new Reports(characters);
        JsonCodec<PressItem> codec = JsonCodec.of(PressItem.class);
        for (int i = 0; i < AHEAD + count; i++) {
            PressItem item = press.item(i, Instant.now());
            run.items.add(new Encoded(item.id(), codec.encode(item)));
        }
        return run;
    }

    /** Items a second from topic to topic, exactly once, read and written as events and not looked at. */
    double passThrough(int instances) throws InterruptedException {
        Topics topics = topics();
        List<KafkaStreams> all = new ArrayList<>();
        for (int i = 0; i < instances; i++) {
            StreamsBuilder builder = new StreamsBuilder();
            builder.stream(topics.pressItems(), Consumed.with(Serdes.String(), EventSerde.of(PressItem.class)))
                    .to(topics.classifiedItems(), Produced.with(Serdes.String(), EventSerde.of(PressItem.class)));
            Properties settings = new Properties();
            settings.putAll(kafka.client());
            settings.put(StreamsConfig.APPLICATION_ID_CONFIG, topics.prefix() + "pass-through");
            settings.put(StreamsConfig.STATE_DIR_CONFIG, state(topics, i).toString());
            settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
            settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
            KafkaStreams streams = new KafkaStreams(builder.build(), settings);
            streams.start();
            all.add(streams);
        }
        await(() -> all.stream().allMatch(streams -> streams.state() == KafkaStreams.State.RUNNING));
        double rate = rate(topics);
        all.forEach(KafkaStreams::close);
        return rate;
    }

    /** Items a second through the processor. */
    double processor(int instances, Guarantee guarantee) throws InterruptedException {
        Topics topics = topics();
        new RuleSetPublisher(topics, kafka.client()).activate(rules);
        List<ProcessorService> all = new ArrayList<>();
        for (int i = 0; i < instances; i++) {
            ProcessorService service = new ProcessorService(
                    new ProcessorSettings(topics, kafka.client(), state(topics, i), 1, null, 0, guarantee),
                    Classifier::of,
                    new SimpleMeterRegistry());
            service.start();
            all.add(service);
        }
        await(() -> all.stream().allMatch(service -> service.check() instanceof Readiness.Ready));
        double rate = rate(topics);
        all.forEach(ProcessorService::close);
        return rate;
    }

    /** Items a second when the functions of the topology are called one after the other, JSON in and JSON out. */
    double functions(int threads) throws InterruptedException {
        List<byte[]> texts = items.stream().map(Encoded::json).toList();
        try (Classifier classifier = Classifier.of(rules)) {
            List<Thread> all = new ArrayList<>();
            int share = texts.size() / threads;
            long begin = System.nanoTime();
            for (int i = 0; i < threads; i++) {
                List<byte[]> part = texts.subList(i * share, (i + 1) * share);
                Thread thread = new Thread(() -> new PureSteps(classifier).all(part), "functions");
                thread.start();
                all.add(thread);
            }
            for (Thread thread : all) {
                thread.join();
            }
            return threads * share * 1e9 / (System.nanoTime() - begin);
        }
    }

    /** Milliseconds from item to alert, of each alert, at so many items a second. */
    List<Double> latency(Reports press, double rate, Duration span) throws InterruptedException {
        Topics topics = topics();
        return new AlertLatency(kafka, topics, state(topics, 0), press).at(rate, span);
    }

    private Topics topics() throws InterruptedException {
        return kafka.topics("contender" + contenders++ + ".");
    }

    private Path state(Topics topics, int instance) {
        return folder.resolve(topics.prefix() + instance);
    }

    private static void await(BooleanSupplier ready) throws InterruptedException {
        while (!ready.getAsBoolean()) {
            Thread.sleep(BETWEEN_CHECKS_MILLIS);
        }
        Thread.sleep(SETTLING_MILLIS);
    }

    /** From the first item that is published to the last verdict that is committed, once every topic has been written to. */
    private double rate(Topics topics) {
        publish(topics, items.subList(0, AHEAD));
        kafka.awaitRecords(topics.classifiedItems(), AHEAD);
        List<Encoded> rest = items.subList(AHEAD, items.size());
        long begin = System.nanoTime();
        publish(topics, rest);
        kafka.awaitRecords(topics.classifiedItems(), items.size());
        return rest.size() * 1e9 / (System.nanoTime() - begin);
    }

    private void publish(Topics topics, List<Encoded> part) {
        try (KafkaProducer<String, byte[]> producer = kafka.producer()) {
            for (Encoded item : part) {
                var unused = producer.send(new ProducerRecord<>(topics.pressItems(), item.id(), item.json()));
            }
        }
    }

    @Override
    public void close() {
        kafka.close();
    }
}
