package io.vigie.bench.desk;

import io.vigie.events.Alert;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes new alerts to the topic at an even rate. */
final class AlertPen implements AutoCloseable {

    /** Numbers from here on are not in the index beforehand. */
    private static final int FIRST = 100_000_000;

    private static final JsonCodec<Alert> ALERTS = JsonCodec.of(Alert.class);

    private final PressAlerts press = new PressAlerts();
    private final KafkaProducer<String, byte[]> producer;
    private int next = FIRST;

    AlertPen(String bootstrap) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Writes for a while and returns when all is written.
     *
     * @param rate alerts a second
     * @return how many
     */
    int write(int rate, int seconds) throws InterruptedException {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try {
            var unused = timer.scheduleAtFixedRate(this::writeOne, 0, 1_000_000L / rate, TimeUnit.MICROSECONDS);
            TimeUnit.SECONDS.sleep(seconds);
        } finally {
            timer.shutdown();
            timer.awaitTermination(5, TimeUnit.SECONDS);
        }
        producer.flush();
        return next - FIRST;
    }

    private void writeOne() {
        Alert alert = press.alert(next++, Instant.now());
        var unused =
                producer.send(new ProducerRecord<>(Topics.standard().alerts(), alert.alertId(), ALERTS.encode(alert)));
    }

    @Override
    public void close() {
        producer.close();
    }
}
