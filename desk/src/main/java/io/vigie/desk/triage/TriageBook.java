package io.vigie.desk.triage;

import io.vigie.events.Triage;
import io.vigie.events.json.JsonCodec;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Every decision, by alert, newest last. A desk's people write some hundreds a day: years fit into memory. Thread-safe. */
public final class TriageBook {

    private static final JsonCodec<Triage> CODEC = JsonCodec.of(Triage.class);
    private static final int KEPT_EACH = 20;
    private static final int MOST_ALERTS = 200_000;

    private final Map<String, Deque<Triage>> byAlert = new LinkedHashMap<>();

    /** Takes a record of {@code vigie.triage}; {@code true} when it was news. */
    public boolean read(ConsumerRecord<@Nullable String, byte @Nullable []> record) {
        byte[] value = record.value();
        return value != null && add(CODEC.decode(value));
    }

    /** Takes a decision; {@code false} when it was known, as after a restart of reading. */
    public synchronized boolean add(Triage triage) {
        Deque<Triage> decisions = byAlert.computeIfAbsent(triage.alertId(), id -> new ArrayDeque<>());
        if (decisions.contains(triage)) {
            return false;
        }
        decisions.addLast(triage);
        if (decisions.size() > KEPT_EACH) {
            decisions.removeFirst();
        }
        if (byAlert.size() > MOST_ALERTS) {
            byAlert.remove(byAlert.keySet().iterator().next());
        }
        return true;
    }

    /** The decision that counts. */
    public synchronized Optional<Triage> of(String alertId) {
        return Optional.ofNullable(byAlert.get(alertId)).map(Deque::peekLast);
    }

    /** All decisions of an alert, eldest first. */
    public synchronized List<Triage> historyOf(String alertId) {
        return List.copyOf(byAlert.getOrDefault(alertId, new ArrayDeque<>()));
    }

    /** The decisions that count, by the alert first decided on. */
    public synchronized Collection<Triage> all() {
        return byAlert.values().stream().map(Deque::getLast).toList();
    }
}
