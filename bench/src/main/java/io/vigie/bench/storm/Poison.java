package io.vigie.bench.storm;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.events.Topics;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Records that nobody can handle, put on the topics between good ones; remembers each by its key. */
final class Poison implements AutoCloseable {

    private static final String PREFIX = "poison-";

    private final Topics topics;
    private final KafkaProducer<String, byte[]> producer;
    private final Set<String> keys = new LinkedHashSet<>();

    Poison(Topics topics, String bootstrap) {
        this.topics = topics;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        180_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    static boolean isPoison(String key) {
        return key.startsWith(PREFIX);
    }

    /** Keys of what must end as dead letters. */
    Set<String> keys() {
        return keys;
    }

    /** A helping of each kind. */
    void spread() throws InterruptedException {
        send(topics.pressItems(), "not JSON at all {{{");
        send(topics.pressItems(), "{\"id\":17,\"uri\":[]}");
        send(topics.pressItems(), "\u0000\u0001\u0002");
        send(topics.alerts(), "[]");
        send(topics.alerts(), unmappable());
        producer.send(new ProducerRecord<>(topics.sources(), PREFIX + "source", "{\"id\":".getBytes(UTF_8)));
        producer.flush();
    }

    private void send(String topic, String value) throws InterruptedException {
        String key = PREFIX + keys.size();
        try {
            producer.send(new ProducerRecord<>(topic, key, value.getBytes(UTF_8)))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("poison could not be sent: " + e.getCause(), e);
        }
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
        producer.close();
    }
}
