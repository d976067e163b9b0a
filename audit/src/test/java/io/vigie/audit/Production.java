package io.vigie.audit;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.audit.topic.Span;
import io.vigie.audit.topic.SpanReader;
import io.vigie.audit.topic.TopicAccess;
import io.vigie.embedded.EmbeddedKafka;
import io.vigie.events.ItemId;
import io.vigie.events.Outlet;
import io.vigie.events.PressItem;
import io.vigie.events.PubStatus;
import io.vigie.events.RuleSet;
import io.vigie.events.Sha256;
import io.vigie.events.TopicSpec;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import io.vigie.ingest.watch.Rereading;
import io.vigie.processor.ProcessorService;
import io.vigie.processor.ProcessorSettings;
import io.vigie.processor.RuleSetPublisher;
import io.vigie.processor.watch.Classifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The processor of production on a broker in this process, fed with items of our own. */
public final class Production implements AutoCloseable {

    /** Two themes; enough to be gained, lost and changed. */
    public static final RuleSet RULES = RuleSet.of("""
        themes:
          - id: arms
            rules:
              - {id: missile, weight: 1, sentence: missile}
              - {id: contract, weight: 0.5, sentence: missile & contract}
          - id: ships
            rules:
              - {id: frigate, weight: 1, sentence: frigate}
        """);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant PUBLISHED = Instant.parse("2026-03-02T09:00:00Z");

    private final EmbeddedKafka broker;
    private final boolean ownsBroker;
    private final Path folder;
    private final Topics topics;
    private final Map<String, String> kafka;
    private final KafkaProducer<String, byte[]> producer;
    private int judgedBefore;

    private Production(EmbeddedKafka broker, boolean ownsBroker, Path folder, String prefix) throws Exception {
        this.broker = broker;
        this.ownsBroker = ownsBroker;
        this.folder = folder;
        this.topics = new Topics(prefix);
        // A processor that was closed and started again must not wait 45 s for its own former self.
        this.kafka = Map.of("bootstrap.servers", broker.bootstrapServers(), "session.timeout.ms", "6000");
        try (Admin admin = Admin.create(new HashMap<>(kafka))) {
            admin.createTopics(topics.all().stream().map(Production::topic).toList())
                    .all()
                    .get();
        }
        producer = new KafkaProducer<>(new HashMap<>(kafka), new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Production on a broker of its own, which is closed with it.
     *
     * @param folder for the data of the broker and the state of the processor
     */
    public static Production start(Path folder, String prefix) throws Exception {
        return new Production(EmbeddedKafka.at(folder.resolve("kafka")).port(0).start(), true, folder, prefix);
    }

    /** Production on the same broker, under another prefix; to be closed before this one. */
    public Production beside(String prefix) throws Exception {
        return new Production(broker, false, folder, prefix);
    }

    private static NewTopic topic(TopicSpec spec) {
        return new NewTopic(spec.name(), Optional.of(spec.partitions()), Optional.empty()).configs(spec.config());
    }

    public Topics topics() {
        return topics;
    }

    public Map<String, String> kafka() {
        return kafka;
    }

    public TopicAccess access() {
        return new TopicAccess(kafka);
    }

    public EmbeddedKafka broker() {
        return broker;
    }

    /** Puts a rule set in force and lets the processor work until it has judged everything that was published. */
    public void judge(RuleSet rules) throws Exception {
        new RuleSetPublisher(topics, kafka).activate(rules);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (ProcessorService processor = new ProcessorService(
                new ProcessorSettings(topics, kafka, folder.resolve(topics.prefix() + "state"), 1),
                set -> Classifier.of(set)::classify,
                meters)) {
            processor.start();
            int published = records(topics.pressItems()).size();
            await().atMost(PATIENCE).until(() -> judged(meters) >= published - judgedBefore);
            judgedBefore = published;
        }
    }

    /** Items that are through; one that waits for its story is not. */
    private static long judged(SimpleMeterRegistry meters) {
        return Math.round(meters.counter("vigie.processor.classified").count()
                + meters.counter("vigie.processor.items", "novelty", "duplicate")
                        .count()
                + meters.counter("vigie.processor.items", "novelty", "erased").count()
                + meters.find("vigie.processor.dead").counters().stream()
                        .mapToDouble(Counter::count)
                        .sum());
    }

    public void publish(PressItem item) {
        send(topics.pressItems(), item.id(), JsonCodec.of(PressItem.class).encode(item));
    }

    /** Publishes a page with the item that reading it gives, as ingest does. */
    public PressItem publishPage(String path, String html, boolean first) {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        PressItem known = item(path, "", "");
        PressItem read = new Rereading().read(known, bytes, "text/html; charset=utf-8", known.uri(), first);
        ProducerRecord<String, byte[]> snapshot =
                new ProducerRecord<>(topics.pageSnapshots(), Sha256.hex(bytes), gzip(bytes));
        snapshot.headers()
                .add("vigie_uri", known.uri().toString().getBytes(StandardCharsets.UTF_8))
                .add("vigie_status", "200".getBytes(StandardCharsets.UTF_8))
                .add("vigie_fetched_at", read.detectedAt().toString().getBytes(StandardCharsets.UTF_8))
                .add("content-type", "text/html; charset=utf-8".getBytes(StandardCharsets.UTF_8));
        sent(snapshot);
        publish(read);
        return read;
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    public void send(String topic, String key, byte[] value) {
        sent(new ProducerRecord<>(topic, key, value));
    }

    private void sent(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything on a topic, partition after partition. */
    public List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (Span span : access().all(topic)) {
            try (SpanReader reader = access().read(span)) {
                for (List<ConsumerRecord<byte[], byte[]>> batch = reader.next();
                        !batch.isEmpty();
                        batch = reader.next()) {
                    records.addAll(batch);
                }
            }
        }
        return records;
    }

    /**
     * Copies every record to the same place under another prefix, but for those that are to be lost.
     *
     * @param before how much earlier the items were written: long ago, nothing of them can be under way any more
     */
    public void copyTo(Production other, Duration before, Predicate<ConsumerRecord<byte[], byte[]>> kept)
            throws Exception {
        for (String topic : List.of(
                topics.themes(),
                topics.pressItems(),
                topics.classifiedItems(),
                topics.alerts(),
                topics.deadLetters())) {
            for (ConsumerRecord<byte[], byte[]> record : records(topic)) {
                if (kept.test(record)) {
                    String value = new String(record.value(), StandardCharsets.UTF_8)
                            .replace(topics.prefix(), other.topics.prefix());
                    ProducerRecord<String, byte[]> copy = new ProducerRecord<>(
                            topic.replace(topics.prefix(), other.topics.prefix()),
                            record.partition(),
                            topic.equals(topics.pressItems())
                                    ? record.timestamp() - before.toMillis()
                                    : record.timestamp(),
                            new String(record.key(), StandardCharsets.UTF_8),
                            value.getBytes(StandardCharsets.UTF_8));
                    record.headers()
                            .forEach(header -> copy.headers()
                                    .add(
                                            header.key(),
                                            new String(header.value(), StandardCharsets.UTF_8)
                                                    .replace(topics.prefix(), other.topics.prefix())
                                                    .getBytes(StandardCharsets.UTF_8)));
                    producer.send(copy).get();
                }
            }
        }
    }

    /** An item in English. */
    public static PressItem item(String path, String headline, String body) {
        URI uri = URI.create("https://outlet.example/" + path);
        return new PressItem(
                ItemId.of(uri),
                uri,
                PubStatus.USABLE,
                headline,
                body,
                List.of("A. Writer"),
                "en",
                PUBLISHED,
                null,
                new Outlet("outlet", "The <b>Outlet</b>", "FR"),
                Map.of(),
                null,
                PUBLISHED.plusSeconds(path.getBytes(StandardCharsets.UTF_8).length));
    }

    /** A page with an article that says one thing more than the text it is given. */
    public static String page(String headline, String text) {
        return "<!doctype html><html lang=\"en\"><head><title>" + headline + "</title></head><body><article><h1>"
                + headline + "</h1><p>" + text + "</p><p>More is not known at this hour of the day.</p>"
                + "</article></body></html>";
    }

    @Override
    public void close() {
        producer.close();
        if (ownsBroker) {
            broker.close();
        }
    }
}
