package io.vigie.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.events.Topics;
import io.vigie.ingest.fetch.FetchSettings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.CommonClientConfigs;

/** An ingest instance in a process of its own, to be killed: {@code bootstrap-servers prefix}. */
public final class KillableIngest {

    private KillableIngest() {}

    public static void main(String[] arguments) throws InterruptedException {
        FetchSettings fetch = new FetchSettings("Vigie/0.1", Duration.ZERO, 1 << 20, Duration.ofSeconds(5));
        Map<String, Object> kafka = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, arguments[0]);
        try (IngestService service = new IngestService(
                new IngestSettings(new Topics(arguments[1]), kafka, fetch, IngestSettings.WORKERS),
                new SimpleMeterRegistry())) {
            service.start();
            new CountDownLatch(1).await();
        }
    }
}
