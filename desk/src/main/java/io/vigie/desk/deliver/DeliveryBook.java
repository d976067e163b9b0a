package io.vigie.desk.deliver;

import io.vigie.events.Delivery;
import io.vigie.events.json.JsonCodec;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The newest line of the delivery ledger by alert and channel, for the alerts told last. Thread-safe. */
public final class DeliveryBook {

    /** How far back the ledger is read. */
    public static final Duration BACK = Duration.ofDays(30);

    private static final JsonCodec<Delivery> CODEC = JsonCodec.of(Delivery.class);
    private static final int MOST_ALERTS = 50_000;

    private final Map<String, Map<String, Delivery>> byAlert = new LinkedHashMap<>();

    /** Takes a record of {@code vigie.delivery-ledger}. */
    public synchronized void read(ConsumerRecord<@Nullable String, byte @Nullable []> record) {
        byte[] value = record.value();
        if (value == null) {
            return;
        }
        Delivery delivery = CODEC.decode(value);
        for (String notice : delivery.notices()) {
            String alertId = notice.substring(0, Math.max(0, notice.lastIndexOf('/')));
            Map<String, Delivery> channels = byAlert.remove(alertId);
            Map<String, Delivery> all = channels == null ? new TreeMap<>() : channels;
            all.put(delivery.channel(), delivery);
            byAlert.put(alertId, all);
        }
        while (byAlert.size() > MOST_ALERTS) {
            byAlert.remove(byAlert.keySet().iterator().next());
        }
    }

    /** What is known of an alert, one line a channel. */
    public synchronized List<Delivery> of(String alertId) {
        return List.copyOf(byAlert.getOrDefault(alertId, Map.of()).values());
    }
}
