package io.vigie.processor;

import io.vigie.events.Alert;
import io.vigie.events.ClassifiedItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Reads what a stream has to say, committed only, and compares it with what it should say. */
final class Reckoning implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(100);

    private final KafkaConsumer<String, ClassifiedItem> items;
    private final KafkaConsumer<String, Alert> alerts;
    private final List<String> classified = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    Reckoning(Cluster cluster) {
        items = cluster.reader(cluster.topics().classifiedItems(), ClassifiedItem.class);
        alerts = cluster.reader(cluster.topics().alerts(), Alert.class);
    }

    /**
     * What came out, beside what should have. Keys are {@code id/revision}.
     *
     * @param classified items that came out classified, those that came twice counted twice
     * @param lost alerts that are not there
     * @param doubled alerts that are there more than once
     * @param unexpected alerts that should not be there
     */
    record Result(int classified, Set<String> lost, Set<String> doubled, Set<String> unexpected) {}

    /** Reads on; returns how many items were classified so far. */
    int read() {
        for (ConsumerRecord<String, ClassifiedItem> one : items.poll(LOOK)) {
            classified.add(one.key() + "/" + one.value().revision());
        }
        for (ConsumerRecord<String, Alert> one : alerts.poll(LOOK)) {
            told.add(one.value().alertId() + "/" + one.value().revision());
        }
        return classified.size();
    }

    Result result(Set<String> expected) {
        Set<String> seen = new TreeSet<>();
        Set<String> doubled = new TreeSet<>();
        told.forEach(alert -> {
            if (!seen.add(alert)) {
                doubled.add(alert);
            }
        });
        Set<String> lost = new TreeSet<>(expected);
        lost.removeAll(seen);
        Set<String> unexpected = new TreeSet<>(seen);
        unexpected.removeAll(expected);
        return new Result(classified.size(), lost, doubled, unexpected);
    }

    @Override
    public void close() {
        items.close();
        alerts.close();
    }
}
