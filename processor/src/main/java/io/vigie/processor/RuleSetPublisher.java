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
import org.jspecify.annotations.Nullable;

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
        publish(set.hash(), set, RuleSet.ACTIVE);
    }

    /** Puts a set on trial beside the one in force, in place of the one that was. */
    public void tryOut(RuleSet set) throws InterruptedException {
        publish(set.hash(), set, RuleSet.TRIAL);
    }

    /** Ends the trial; harmless when there is none. */
    public void endTrial() throws InterruptedException {
        publish(null, null, RuleSet.TRIAL);
    }

    /** By its hash, where there is a set, and by its role. */
    private void publish(@Nullable String hash, @Nullable RuleSet set, String role) throws InterruptedException {
        Map<String, Object> settings = new TreeMap<>(kafka);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        try (var producer = new KafkaProducer<>(
                settings, new StringSerializer(), EventSerde.of(RuleSet.class).serializer())) {
            if (hash != null) {
                producer.send(new ProducerRecord<>(topics.themes(), hash, set)).get();
            }
            producer.send(new ProducerRecord<>(topics.themes(), role, set)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the rule set could not be published: " + e.getCause(), e);
        }
    }
}
