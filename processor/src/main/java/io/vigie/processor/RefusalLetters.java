package io.vigie.processor;

import io.vigie.events.DeadLetter;
import io.vigie.events.RuleSet;
import io.vigie.events.kafka.DeadLetterHeaders;
import io.vigie.processor.topology.RefusedRuleSets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends refused rule sets to the dead letters. The global thread that reads rule sets has no transaction and no output of
 * its own, so these letters have a producer for themselves: every instance that refuses a set says so, once each time that
 * it reads it.
 */
final class RefusalLetters implements RefusedRuleSets, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RefusalLetters.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final String topic;
    private final Producer<byte[], byte[]> producer;

    RefusalLetters(String topic, Producer<byte[], byte[]> producer) {
        this.topic = topic;
        this.producer = producer;
    }

    static RefusalLetters open(String topic, Map<String, String> kafka) {
        Map<String, Object> settings = new TreeMap<>(kafka);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return new RefusalLetters(
                topic, new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    @Override
    public void refused(DeadLetter why, byte[] json) {
        byte[] key = RuleSet.ACTIVE.getBytes(StandardCharsets.UTF_8);
        producer.send(DeadLetterHeaders.record(topic, why, key, json), (sent, failure) -> {
            if (failure != null) {
                log.atError().setCause(failure).log("letter about a refused rule set not sent");
            }
        });
    }

    @Override
    public void close() {
        producer.close(LONGEST_STOP);
    }
}
