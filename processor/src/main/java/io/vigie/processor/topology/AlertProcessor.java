package io.vigie.processor.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.Alert;
import io.vigie.events.RevisionDiff;
import io.vigie.events.kafka.CloudEventHeaders;
import io.vigie.processor.alert.AlertStep;
import java.util.Locale;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;

/** Raises, amends and retracts, remembering the last alert of each item that ever had one. */
final class AlertProcessor extends ContextualFixedKeyProcessor<String, FiledItem, Alert> {

    static final String STORE = "last-alerts";

    private final String store;
    private final String counter;
    private final MeterRegistry meters;
    private KeyValueStore<String, Alert> lastAlerts;

    AlertProcessor(MeterRegistry meters) {
        this(STORE, "vigie.processor.alerts", meters);
    }

    /**
     * Beside the alerts of production.
     *
     * @param store that remembers the last alerts
     * @param counter of alerts, by status
     */
    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process.
    AlertProcessor(String store, String counter, MeterRegistry meters) {
        this.store = store;
        this.counter = counter;
        this.meters = meters;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Alert> context) {
        super.init(context);
        lastAlerts = context.getStateStore(store);
    }

    @Override
    public void process(FixedKeyRecord<String, FiledItem> record) {
        FiledItem filed = record.value();
        AlertStep.raise(lastAlerts.get(record.key()), filed.classified(), filed.filedAt(), filed.diff())
                .ifPresent(alert -> {
                    lastAlerts.put(record.key(), withoutBody(alert));
                    meters.counter(counter, "status", alert.status().name().toLowerCase(Locale.ROOT))
                            .increment();
                    new CloudEventHeaders(
                                    alert.alertId() + "/" + alert.revision(),
                                    "/vigie/processor",
                                    "io.vigie.alert.v1",
                                    filed.classified().classifiedAt())
                            .writeTo(record.headers());
                    context().forward(record.withValue(alert));
                });
    }

    /** What the next alert needs of this one; the text would only fill the store. */
    private static Alert withoutBody(Alert alert) {
        RevisionDiff diff = alert.diff();
        return new Alert(
                alert.alertId(),
                alert.itemId(),
                alert.revision(),
                alert.status(),
                alert.url(),
                alert.headline(),
                "",
                alert.byline(),
                alert.language(),
                alert.outlet(),
                alert.datePublished(),
                alert.detectedAt(),
                alert.filedAt(),
                alert.themes(),
                alert.history(),
                diff == null ? null : diff.shortened(),
                alert.storyId(),
                alert.ruleset(),
                alert.provenance(),
                alert.latencyMs());
    }
}
