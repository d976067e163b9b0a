package io.vigie.sink.deliver;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.events.Topics;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Deliveries in a process of their own, to be killed: {@code bootstrap-servers prefix webhook}. */
public final class KillableDeliver {

    private KillableDeliver() {}

    public static void main(String[] arguments) throws InterruptedException {
        Channel channel = Stories.channel("{id: desk, kind: webhook, url: '" + arguments[2] + "'}");
        try (Deliver deliver = new Deliver(
                DeliverSettings.of(arguments[0], new Topics(arguments[1]), List.of(channel)),
                new SimpleMeterRegistry())) {
            deliver.start();
            new CountDownLatch(1).await();
        }
    }
}
