package io.vigie.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A Kafka broker and an Elasticsearch node, started side by side in this process: what {@code vigie up} and the tests
 * stand on.
 *
 * <pre>{@code
 * try (EmbeddedServers servers = EmbeddedServers.start(Path.of("data"), 9092, 9200)) {
 *     servers.bootstrapServers(); // 127.0.0.1:9092
 *     servers.elasticsearchUri(); // http://127.0.0.1:9200
 * }
 * }</pre>
 */
public final class EmbeddedServers implements AutoCloseable {

    private final EmbeddedKafka kafka;
    private final EmbeddedElasticsearch elasticsearch;

    private EmbeddedServers(EmbeddedKafka kafka, EmbeddedElasticsearch elasticsearch) {
        this.kafka = kafka;
        this.elasticsearch = elasticsearch;
    }

    /**
     * Starts both and returns when both serve; when one cannot start, the other is stopped again.
     *
     * @param dataDirectory gets a {@code kafka} and an {@code elasticsearch} folder
     * @param kafkaPort 0 for a free one
     * @param elasticsearchPort 0 for a free one
     * @throws StartException of the server that could not start
     */
    public static EmbeddedServers start(Path dataDirectory, int kafkaPort, int elasticsearchPort) {
        EmbeddedElasticsearch.Builder node =
                EmbeddedElasticsearch.at(dataDirectory.resolve("elasticsearch")).port(elasticsearchPort);
        CompletableFuture<EmbeddedElasticsearch> starting = new CompletableFuture<>();
        Thread starter = new Thread(() -> complete(starting, node), "elasticsearch-start");
        starter.setDaemon(true);
        starter.start();

        EmbeddedKafka kafka;
        try {
            kafka = EmbeddedKafka.at(dataDirectory.resolve("kafka"))
                    .port(kafkaPort)
                    .start();
        } catch (RuntimeException | Error e) {
            closeAfter(e, starting);
            throw e;
        }
        try {
            return new EmbeddedServers(kafka, starting.join());
        } catch (CompletionException e) {
            kafka.close();
            throw StartException.of("elasticsearch", e.getCause() == null ? e : e.getCause());
        }
    }

    /** The broker's address for clients, {@code 127.0.0.1:PORT}. */
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** The node's REST interface, {@code http://127.0.0.1:PORT}. */
    public URI elasticsearchUri() {
        return elasticsearch.uri();
    }

    /** Stops the broker, so that nothing new is delivered, then the node; frees ports and directories of both. */
    @Override
    public void close() {
        try (elasticsearch) {
            kafka.close();
        }
    }

    private static void complete(
            CompletableFuture<EmbeddedElasticsearch> starting, EmbeddedElasticsearch.Builder node) {
        try {
            starting.complete(node.start());
        } catch (Throwable e) {
            starting.completeExceptionally(e);
        }
    }

    private static void closeAfter(Throwable failure, CompletableFuture<EmbeddedElasticsearch> starting) {
        try {
            starting.join().close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
