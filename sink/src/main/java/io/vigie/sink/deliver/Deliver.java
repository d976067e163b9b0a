package io.vigie.sink.deliver;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.Readiness;
import io.vigie.sink.Supervisor;
import java.time.Clock;
import java.util.List;

/**
 * Tells people of alerts and surges: reads {@code vigie.alerts} and {@code vigie.surges}, fills {@code vigie.outbox}, sends, and keeps
 * {@code vigie.delivery-ledger}. Any number of instances share the work.
 *
 * <pre>{@code
 * Deliver deliver = new Deliver(DeliverSettings.of("127.0.0.1:9092", Topics.standard(), channels), registry);
 * deliver.start();
 * ...
 * deliver.close();
 * }</pre>
 */
public final class Deliver implements AutoCloseable {

    private final DeliverHealth health = new DeliverHealth();
    private final boolean idle;
    private final Supervisor router;
    private final Supervisor dispatcher;

    public Deliver(DeliverSettings settings, MeterRegistry registry) {
        DeliverMeters meters = new DeliverMeters(registry);
        meters.watch(settings.channels(), health);
        Clock clock = Clock.systemUTC();
        idle = settings.channels().isEmpty();
        router = new Supervisor(
                "deliver-router",
                () -> new Router(settings, meters, () -> health.routerIs(null), clock),
                settings.backoff(),
                health::routerIs);
        dispatcher = new Supervisor(
                "deliver-dispatcher",
                () -> new Dispatcher(settings, meters, health, clock),
                settings.backoff(),
                health::dispatcherIs);
    }

    /** Begins and returns at once; without a channel there is nothing to begin. */
    public void start() {
        if (idle) {
            health.routerIs(null);
            health.dispatcherIs(null);
            return;
        }
        router.start();
        dispatcher.start();
    }

    /** Whether alerts are being routed and sent right now and, when not, why. A receiver that is away is no reason. */
    public Readiness check() {
        return health.readiness();
    }

    /** The channels that this instance speaks to. */
    public List<ChannelStatus> channels() {
        return health.channels();
    }

    /** Stops within some seconds; a message on its way is given a moment to be answered. */
    @Override
    public void close() {
        router.close();
        dispatcher.close();
    }
}
