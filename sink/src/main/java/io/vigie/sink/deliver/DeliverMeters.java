package io.vigie.sink.deliver;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.vigie.events.Delivery;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * Counts notices in, and what became of each: routed = settled in a final state + waiting. Channels are named by id, never
 * by address.
 */
final class DeliverMeters {

    private final MeterRegistry registry;
    private final Counter routed;
    private final Counter malformed;

    DeliverMeters(MeterRegistry registry) {
        this.registry = registry;
        this.routed = registry.counter("vigie.deliver.routed");
        this.malformed = registry.counter("vigie.deliver.malformed");
    }

    /** Shows for each channel what waits and whether its circuit is open. */
    void watch(List<Channel> channels, DeliverHealth health) {
        for (Channel channel : channels) {
            String id = channel.id();
            registry.gauge("vigie.deliver.waiting", List.of(tag(id)), health, h -> status(h, id, false));
            registry.gauge("vigie.deliver.circuit.open", List.of(tag(id)), health, h -> status(h, id, true));
        }
    }

    /** Shows the client's own figures, its lag among them; to be closed before the client. */
    KafkaClientMetrics show(Consumer<?, ?> consumer) {
        KafkaClientMetrics metrics = new KafkaClientMetrics(consumer);
        metrics.bindTo(registry);
        return metrics;
    }

    private static Tag tag(String channel) {
        return Tag.of("channel", channel);
    }

    private static double status(DeliverHealth health, String channel, boolean circuit) {
        return health.channels().stream()
                .filter(status -> status.channel().equals(channel))
                .mapToDouble(status -> circuit ? (status.pausedUntil() == null ? 0 : 1) : status.waiting())
                .findFirst()
                .orElse(0);
    }

    void routed() {
        routed.increment();
    }

    void malformed() {
        malformed.increment();
    }

    /** Messages by attempt, alerts by what came of them; deferred and doubtful ones are counted again with each try. */
    void line(Delivery line) {
        String state = line.state().name().toLowerCase(Locale.ROOT);
        registry.counter("vigie.deliver.alerts", "channel", line.channel(), "state", state)
                .increment(line.notices().size());
        if (line.state() == Delivery.State.ATTEMPTED) {
            registry.counter("vigie.deliver.messages", "channel", line.channel())
                    .increment();
        }
    }
}
