package io.vigie.desk.stories;

import io.vigie.events.Surge;
import io.vigie.events.json.JsonCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Surges of the last weeks, each as its newest record has it. Thread-safe. */
public final class SurgeBook {

    /** How far back surges are read. */
    public static final Duration BACK = Duration.ofDays(60);

    private static final JsonCodec<Surge> CODEC = JsonCodec.of(Surge.class);
    private static final int MOST = 10_000;

    private final Map<String, Surge> surges = new LinkedHashMap<>();

    /** Takes a record of {@code vigie.surges}. */
    public synchronized void read(ConsumerRecord<@Nullable String, byte @Nullable []> record) {
        byte[] value = record.value();
        if (value == null) {
            return;
        }
        Surge surge = CODEC.decode(value);
        surges.put(surge.surgeId(), surge);
        if (surges.size() > MOST) {
            surges.remove(surges.keySet().iterator().next());
        }
    }

    /** Those that last, or ended after a moment; eldest first. */
    public synchronized List<Surge> since(Instant moment) {
        return surges.values().stream()
                .filter(surge -> surge.end() == null || surge.end().isAfter(moment))
                .sorted(Comparator.comparing(Surge::start))
                .toList();
    }
}
