package io.vigie.processor;

import io.vigie.embedded.EmbeddedKafka;
import io.vigie.events.PressItem;
import io.vigie.events.RuleSet;
import io.vigie.events.Topics;
import io.vigie.events.kafka.EventSerde;
import java.nio.file.Path;
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
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A real broker with Vigie's topics and a rule set: the rules of one word. */
final class Cluster implements AutoCloseable {

    private final EmbeddedKafka kafka;
    private final Topics topics;

    private Cluster(EmbeddedKafka kafka, Topics topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    static Cluster start(Path directory, Topics topics) throws InterruptedException, ExecutionException {
        return start(directory, topics, OneWordRules.SET);
    }

    static Cluster start(Path directory, Topics topics, RuleSet rules) throws InterruptedException, ExecutionException {
        Cluster cluster = new Cluster(EmbeddedKafka.at(directory).port(0).start(), topics);
        try (Admin admin = Admin.create(new HashMap<>(cluster.client()))) {
            admin.createTopics(topics.all().stream()
                            .map(spec -> new NewTopic(spec.name(), Optional.of(spec.partitions()), Optional.empty())
                                    .configs(spec.config()))
                            .toList())
                    .all()
                    .get();
        }
        new RuleSetPublisher(topics, cluster.client()).activate(rules);
        return cluster;
    }

    Map<String, String> client() {
        return Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
    }

    Topics topics() {
        return topics;
    }

    KafkaProducer<String, PressItem> producer() {
        Map<String, Object> settings = new HashMap<>(client());
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        // A partition that is not led yet refuses the first batch; one that it takes after that would block the first.
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        return new KafkaProducer<>(
                settings, new StringSerializer(), EventSerde.of(PressItem.class).serializer());
    }

    /** Reads a topic from its beginning, committed records only. */
    <T> KafkaConsumer<String, T> reader(String topic, Class<T> type) {
        return reader(topic, EventSerde.of(type).deserializer());
    }

    /** The same, values as they stand. */
    KafkaConsumer<String, String> texts(String topic) {
        return reader(topic, new StringDeserializer());
    }

    private <T> KafkaConsumer<String, T> reader(String topic, Deserializer<T> values) {
        Map<String, Object> settings = new HashMap<>(client());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        KafkaConsumer<String, T> consumer = new KafkaConsumer<>(settings, new StringDeserializer(), values);
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    @Override
    public void close() {
        kafka.close();
    }
}
