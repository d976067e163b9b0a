package io.vigie.bench.startup;

import io.vigie.embedded.EmbeddedServers;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Kafka and Elasticsearch in one process and nothing else: {@code ServersMain DATA KAFKA-PORT ELASTICSEARCH-PORT}. */
final class ServersMain {

    private ServersMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedServers.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        new CountDownLatch(1).await();
    }
}
