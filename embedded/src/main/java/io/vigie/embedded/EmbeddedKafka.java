package io.vigie.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running Kafka broker (KRaft, broker and controller in one) inside this process, on loopback only.
 *
 * <p>Topics, transactions and committed offsets live in the directory and survive a restart.
 *
 * <pre>{@code
 * try (EmbeddedKafka kafka = EmbeddedKafka.at(Path.of("data/kafka")).port(0).start()) {
 *     properties.put("bootstrap.servers", kafka.bootstrapServers()); // 127.0.0.1:41873
 * }
 * }</pre>
 */
public final class EmbeddedKafka implements AutoCloseable {

    /** Kafka's registered port, where clients look first. */
    public static final int DEFAULT_PORT = 9092;

    private static final Logger log = LoggerFactory.getLogger(EmbeddedKafka.class);
    private static final String PORT_KEY = "kafka.port";

    private final KafkaNode server;
    private final DataDirectory directory;
    private final int port;
    private boolean closed;

    private EmbeddedKafka(KafkaNode server, DataDirectory directory, int port) {
        this.server = server;
        this.directory = directory;
        this.port = port;
    }

    /** A broker that will keep its data in {@code directory}, which is made when missing; nothing happens yet. */
    public static Builder at(Path directory) {
        return new Builder(directory, DEFAULT_PORT, Map.of());
    }

    /** The address for clients, {@code 127.0.0.1:PORT}. */
    public String bootstrapServers() {
        return Loopback.HOST + ":" + port;
    }

    /** Hands the logs to the disk, stops every thread and frees the port and the directory. Closing twice is harmless. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (directory) {
            server.shutdown();
            server.awaitShutdown();
        }
        log.atInfo().addKeyValue("port", port).log("kafka stopped");
    }

    /**
     * Where and on which port; {@link #start()} is the only step that touches anything.
     *
     * @param directory holds the broker's log and a lock file
     * @param port of the clients' listener, 0 for a free one; the controller always takes a free one
     * @param settings further settings of the broker, which come before ours; such as who may connect
     */
    public record Builder(Path directory, int port, Map<String, String> settings) {

        public Builder {
            settings = Map.copyOf(settings);
        }

        /** The same with another port; 0 picks a free one. */
        public Builder port(int port) {
            return new Builder(directory, port, settings);
        }

        /** The same with further settings of the broker, which come before ours. */
        public Builder settings(Map<String, String> settings) {
            return new Builder(directory, port, settings);
        }

        /**
         * Starts the broker and returns when it serves.
         *
         * @throws StartException when the port is taken, the directory cannot be written or is in use, or its content
         *     is not a broker's that this version can read
         */
        public EmbeddedKafka start() {
            DataDirectory owned = DataDirectory.own(directory);
            try {
                return start(owned, Loopback.claim(port, PORT_KEY), Loopback.claim(0, PORT_KEY), settings);
            } catch (RuntimeException | Error e) {
                owned.close();
                throw e;
            }
        }

        private static EmbeddedKafka start(
                DataDirectory owned, int port, int controllerPort, Map<String, String> further) {
            Path logs = owned.resolve("log");
            Properties settings = BrokerSettings.of(logs, port, controllerPort);
            settings.putAll(further);
            try {
                formatOnce(logs);
            } catch (Exception e) {
                throw StartException.of("kafka", e);
            }
            KafkaNode server;
            try {
                server = new KafkaNode(new KafkaConfig(settings, false));
            } catch (RuntimeException e) {
                throw StartException.of("kafka", e);
            }
            try {
                ExitGuard.during(server::startup);
            } catch (RuntimeException e) {
                shutdownAfter(e, server);
                throw StartException.of("kafka", e);
            }
            log.atInfo()
                    .addKeyValue("port", port)
                    .addKeyValue("directory", logs)
                    .log("kafka started");
            return new EmbeddedKafka(server, owned, port);
        }

        /** What {@code kafka-storage format} does, the first time only. */
        private static void formatOnce(Path logs) throws Exception {
            if (Files.exists(logs.resolve("meta.properties"))) {
                return;
            }
            Files.createDirectories(logs);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(logs.toString())
                    .setMetadataLogDirectory(logs.toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .run();
        }

        private static void shutdownAfter(RuntimeException failure, KafkaNode server) {
            try {
                server.shutdown();
                server.awaitShutdown();
            } catch (RuntimeException e) {
                failure.addSuppressed(e);
            }
        }
    }
}
