package io.vigie.bench.fleet;

import io.vigie.embedded.EmbeddedKafka;
import io.vigie.events.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker, in this process or beside it, for contenders that each get topics under a prefix of their own. */
public final class LocalKafka implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final int LARGEST_REQUEST = 9 << 20;

    private final String bootstrap;
    private final Runnable stop;

    private LocalKafka(String bootstrap, Runnable stop) {
        this.bootstrap = bootstrap;
        this.stop = stop;
    }

    /**
     * Starts it on a free port.
     *
     * @param folder for its data
     */
    public static LocalKafka start(Path folder) {
        EmbeddedKafka broker = EmbeddedKafka.at(folder).port(0).start();
        return new LocalKafka(broker.bootstrapServers(), broker::close);
    }

    /** One that runs already, and goes on when this is closed. */
    public static LocalKafka at(String bootstrap) {
        return new LocalKafka(bootstrap, () -> {});
    }

    /** Its address. */
    public String bootstrap() {
        return bootstrap;
    }

    /** Settings of every client. */
    public Map<String, String> client() {
        return Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap());
    }

    /** Makes all of Vigie's topics under a prefix that is new. */
    public Topics topics(String prefix) throws InterruptedException {
        Topics topics = new Topics(prefix);
        try (Admin admin = Admin.create(new HashMap<>(client()))) {
            admin.createTopics(topics.all().stream()
                            .map(spec -> new NewTopic(spec.name(), Optional.of(spec.partitions()), Optional.empty())
                                    .configs(spec.config()))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics could not be made", e);
        }
        return topics;
    }

    /**
     * For much at once, in batches of the usual size: in larger ones than streams write, a reader could not ask for less than
     * hundreds of records.
     */
    public KafkaProducer<String, byte[]> producer() {
        return producer(Duration.ofMillis(20));
    }

    /**
     * The same.
     *
     * @param linger how long a record waits for others
     */
    public KafkaProducer<String, byte[]> producer(Duration linger) {
        Map<String, Object> settings = new HashMap<>(client());
        settings.put(ProducerConfig.LINGER_MS_CONFIG, linger.toMillis());
        // On a topic that was made a moment ago, a later request may be taken before the first.
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Stands at the beginning of a topic and reads what is committed. */
    public KafkaConsumer<byte[], byte[]> reader(String topic) {
        Map<String, Object> settings = new HashMap<>(client());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /** Reads a topic from its beginning until so many committed records were seen. */
    public void awaitRecords(String topic, long count) {
        try (KafkaConsumer<byte[], byte[]> consumer = reader(topic)) {
            for (long seen = 0; seen < count; ) {
                seen += consumer.poll(POLL).count();
            }
        }
    }

    @Override
    public void close() {
        stop.run();
    }
}
