package io.vigie.bench.storm;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.events.TopicSpec;
import io.vigie.events.Topics;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Records that nobody can handle, put on the topics between good ones; remembers each by its key. A broker that is away
 * delays the poison and nothing else: it is sent by a thread of its own, which waits.
 */
final class Poison implements AutoCloseable {

    private static final String PREFIX = "poison-";
    private static final int LONGEST_OUTAGE_MILLIS = 300_000;

    private final Topics topics;
    private final KafkaProducer<String, byte[]> producer;
    private final Set<String> keys = new LinkedHashSet<>();
    private final ExecutorService sender = Executors.newSingleThreadExecutor();
    private final List<Future<?>> helpings = new ArrayList<>();

    Poison(Topics topics, String bootstrap) {
        this.topics = topics;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        LONGEST_OUTAGE_MILLIS,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        LONGEST_OUTAGE_MILLIS),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    static boolean isPoison(String key) {
        return key.startsWith(PREFIX);
    }

    /** Keys of what must end as dead letters, once all of it is on the topics. */
    Set<String> keys() throws InterruptedException {
        try {
            for (Future<?> helping : helpings) {
                helping.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("poison could not be sent: " + e.getCause(), e);
        }
        return keys;
    }

    /** A helping of each kind, as soon as the broker takes it. */
    void spread() {
        helpings.add(sender.submit(this::sendEachKind));
    }

    private @Nullable Void sendEachKind() throws InterruptedException, ExecutionException {
        for (String garbage : List.of("not JSON at all {{{", "{\"id\":17,\"uri\":[]}", "\u0000\u0001\u0002", "[]")) {
            for (String topic : puttingAside()) {
                send(topic, garbage);
            }
            for (String topic : passingOver()) {
                producer.send(new ProducerRecord<>(topic, PREFIX + "passed-over", garbage.getBytes(UTF_8)))
                        .get();
            }
        }
        send(topics.alerts(), unmappable());
        return null;
    }

    /** Topics whose readers put what they cannot read among the dead letters. */
    private List<String> puttingAside() {
        return List.of(
                topics.pressItems(),
                topics.alerts(),
                topics.stories(),
                topics.surges(),
                topics.watchLedger(),
                topics.deliveryLedger(),
                topics.storyNotes());
    }

    /** Topics whose readers count what they cannot read, or that have none in the storm. */
    private List<String> passingOver() {
        Set<String> others = topics.all().stream().map(TopicSpec::name).collect(Collectors.toCollection(TreeSet::new));
        puttingAside().forEach(others::remove);
        // What stands there was put aside before; nobody else writes them.
        others.remove(topics.deadLetters());
        others.remove(topics.redriven());
        return List.copyOf(others);
    }

    private void send(String topic, String value) throws InterruptedException, ExecutionException {
        String key = PREFIX + keys.size();
        producer.send(new ProducerRecord<>(topic, key, value.getBytes(UTF_8))).get();
        keys.add(key);
    }

    /** A well-formed alert that Elasticsearch refuses: its date parser takes years of four digits. */
    private String unmappable() {
        String key = PREFIX + keys.size();
        return """
                {"alertId":"%s","itemId":"%s","revision":1,"status":"new","url":"https://storm.example/","headline":"h",
                "body":"b","byline":[],"language":"fr","outlet":{"id":"storm-00","name":"n"},
                "datePublished":"+12025-01-01T00:00:00Z","detectedAt":"2026-01-01T00:00:00Z","filedAt":"2026-01-01T00:00:00Z","themes":[],"history":[],
                "storyId":"s","ruleset":"r","provenance":{"topic":"t","partition":0,"offset":0},"latencyMs":{}}
                """.formatted(key, key);
    }

    @Override
    public void close() {
        sender.shutdownNow();
        producer.close();
    }
}
