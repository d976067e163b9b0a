package io.vigie.desk.triage;

import io.vigie.events.Topics;
import io.vigie.events.Triage;
import io.vigie.events.json.JsonCodec;
import io.vigie.events.kafka.CloudEventHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes decisions; one that was written is on all replicas. Opens its producer with the first. */
public final class TriageWriter implements AutoCloseable {

    private static final JsonCodec<Triage> CODEC = JsonCodec.of(Triage.class);
    private static final int PATIENCE_MILLIS = 10_000;

    private final Map<String, String> kafka;
    private final String topic;
    private @Nullable Producer<String, byte[]> producer;

    public TriageWriter(Map<String, String> kafka, Topics topics) {
        this.kafka = Map.copyOf(kafka);
        this.topic = topics.triage();
    }

    /**
     * Returns when it is safe.
     *
     * @throws TriageException when Kafka did not take it in time; it may have been written all the same
     */
    public void write(Triage triage) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, triage.alertId(), CODEC.encode(triage));
        String id = triage.alertId() + "/" + triage.at().toEpochMilli() + "/" + triage.who();
        new CloudEventHeaders(id, "/vigie/desk", "io.vigie.triage.v1", triage.at()).writeTo(record.headers());
        try {
            producer().send(record).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new TriageException("Kafka did not take it: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TriageException("interrupted", e);
        }
    }

    private synchronized Producer<String, byte[]> producer() {
        Producer<String, byte[]> open = producer;
        if (open == null) {
            Map<String, Object> settings = new HashMap<>(kafka);
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
            settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
            settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            settings.put(ProducerConfig.CLIENT_ID_CONFIG, "vigie-desk-triage");
            open = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
            producer = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
        }
    }
}
