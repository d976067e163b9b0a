package io.vigie.processor;

import io.vigie.events.RuleSet;
import io.vigie.events.Topics;
import io.vigie.events.kafka.EventSerde;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts a rule set on {@code vigie.themes}: under its hash, to be found for ever, and under {@code active}. */
public final class RuleSetPublisher {

    private final Topics topics;
    private final Map<String, String> kafka;

    /**
     * Does no I/O.
     *
     * @param kafka client settings
     */
    public RuleSetPublisher(Topics topics, Map<String, String> kafka) {
        this.topics = topics;
        this.kafka = Map.copyOf(kafka);
    }

    /** Returns when Kafka has both records. Publishing the set in force again changes nothing. */
    public void activate(RuleSet set) throws InterruptedException {
        Map<String, Object> settings = new TreeMap<>(kafka);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        try (var producer = new KafkaProducer<>(
                settings, new StringSerializer(), EventSerde.of(RuleSet.class).serializer())) {
            producer.send(new ProducerRecord<>(topics.themes(), set.hash(), set))
                    .get();
            producer.send(new ProducerRecord<>(topics.themes(), RuleSet.ACTIVE, set))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the rule set could not be published: " + e.getCause(), e);
        }
    }
}
