package io.vigie.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.action.admin.cluster.health.ClusterHealthResponse;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.core.TimeValue;
import org.elasticsearch.env.Environment;
import org.elasticsearch.http.BindHttpException;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.ClassPathPlugins;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.transport.netty4.Netty4Plugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running Elasticsearch node, a cluster of its own, inside this process and on loopback only.
 *
 * <p>It has the server with its REST interface over HTTP, and the analyzers of {@link LanguageAnalyzer}. It does not
 * have what Elastic ships as modules beside the server: security, index lifecycle, data streams, scripts, reindex.
 *
 * <pre>{@code
 * try (EmbeddedElasticsearch elasticsearch = EmbeddedElasticsearch.at(Path.of("data/elasticsearch")).port(0).start()) {
 *     elasticsearch.uri(); // http://127.0.0.1:35691
 * }
 * }</pre>
 */
public final class EmbeddedElasticsearch implements AutoCloseable {

    /** Elasticsearch's registered port, where clients look first. */
    public static final int DEFAULT_PORT = 9200;

    private static final Logger log = LoggerFactory.getLogger(EmbeddedElasticsearch.class);
    private static final String PORT_KEY = "elasticsearch.port";
    private static final TimeValue RECOVERY_LIMIT = TimeValue.timeValueSeconds(60);
    private static final int STOP_SECONDS = 10;
    private static final List<Class<? extends Plugin>> PLUGINS =
            List.of(Netty4Plugin.class, LanguageAnalysisPlugin.class, RootInfoPlugin.class);

    private final Node node;
    private final DataDirectory directory;
    private final URI uri;
    private boolean closed;

    private EmbeddedElasticsearch(Node node, DataDirectory directory, URI uri) {
        this.node = node;
        this.directory = directory;
        this.uri = uri;
    }

    /** A node that will keep its data in {@code directory}, which is made when missing; nothing happens yet. */
    public static Builder at(Path directory) {
        return new Builder(directory, DEFAULT_PORT);
    }

    /** The address of the REST interface, {@code http://127.0.0.1:PORT}. */
    public URI uri() {
        return uri;
    }

    /** Commits the indices, stops every thread and frees the port and the directory. Closing twice is harmless. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (directory) {
            stop(node);
        } catch (IOException e) {
            log.atWarn().setCause(e).log("elasticsearch stopped with an error");
            return;
        }
        log.atInfo().addKeyValue("uri", uri).log("elasticsearch stopped");
    }

    private static void stop(Node node) throws IOException {
        node.prepareForClose();
        node.close();
        try {
            if (!node.awaitClose(STOP_SECONDS, TimeUnit.SECONDS)) {
                log.atWarn().addKeyValue("seconds", STOP_SECONDS).log("elasticsearch still has work running");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Where and on which port; {@link #start()} is the only step that touches anything.
     *
     * @param directory holds the indices and a lock file
     * @param port of the REST interface, 0 for a free one; the transport between nodes always takes a free one
     */
    public record Builder(Path directory, int port) {

        /** The same with another port; 0 picks a free one. */
        public Builder port(int port) {
            return new Builder(directory, port);
        }

        /**
         * Starts the node and returns when it serves.
         *
         * @throws StartException when the port is taken, the directory cannot be written or is in use, or its content
         *     is not an index that this version can read
         */
        public EmbeddedElasticsearch start() {
            return start(Settings.EMPTY);
        }

        /** The same with settings that win over the usual ones. */
        EmbeddedElasticsearch start(Settings overrides) {
            DataDirectory owned = DataDirectory.own(directory);
            try {
                int httpPort = Loopback.claim(port, PORT_KEY);
                return start(owned, httpPort, overrides);
            } catch (RuntimeException | Error e) {
                owned.close();
                throw e;
            }
        }

        private static EmbeddedElasticsearch start(DataDirectory owned, int port, Settings overrides) {
            Path home = owned.resolve("home");
            Settings settings = Settings.builder()
                    .put(NodeSettings.of(home, owned.resolve("data"), owned.resolve("logs"), port))
                    .put(overrides)
                    .build();
            // Elasticsearch's own logging API has no implementation until told; log4j's configuration stays ours.
            LogConfigurator.configureESLogging();
            Node node;
            try {
                Files.createDirectories(home);
                Environment environment =
                        InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "vigie");
                node = new GuestNode(environment, ClassPathPlugins.of(home, PLUGINS));
            } catch (IOException | RuntimeException e) {
                throw StartException.of("elasticsearch", e);
            }
            try {
                node.start();
                awaitRecovery(node);
                URI uri = address(node);
                log.atInfo()
                        .addKeyValue("uri", uri)
                        .addKeyValue("directory", home)
                        .log("elasticsearch started");
                return new EmbeddedElasticsearch(node, owned, uri);
            } catch (Exception e) {
                stopAfter(e, node);
                throw e instanceof BindHttpException
                        ? Loopback.taken(port, PORT_KEY, e)
                        : StartException.of("elasticsearch", e);
            }
        }

        /** A started node answers before it has read its indices; a client that comes so early would be refused. */
        private static void awaitRecovery(Node node) {
            ClusterHealthResponse health = node.client()
                    .admin()
                    .cluster()
                    .prepareHealth(RECOVERY_LIMIT)
                    .setWaitForYellowStatus()
                    .setTimeout(RECOVERY_LIMIT)
                    .get();
            if (health.isTimedOut()) {
                log.atWarn().addKeyValue("status", health.getStatus()).log("elasticsearch serves without all indices");
            }
        }

        private static URI address(Node node) {
            int bound = node.injector()
                    .getInstance(HttpServerTransport.class)
                    .boundAddress()
                    .publishAddress()
                    .getPort();
            return URI.create("http://" + Loopback.HOST + ":" + bound);
        }

        private static void stopAfter(Exception failure, Node node) {
            try {
                stop(node);
            } catch (IOException | RuntimeException e) {
                failure.addSuppressed(e);
            }
        }
    }
}
