package io.vigie.embedded;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.controller.ControllerRequestContext;
import org.apache.kafka.image.ClusterImage;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * Controller and broker of one node, put together as {@link KafkaRaftServer} does, with one step between their starts:
 * a broker that was killed is taken off the controller's books before it starts again.
 *
 * <p>Without that step the controller believes in the broker of before until its session ends, nine seconds later. The new
 * one meanwhile takes up its partitions and coordinates transactions that were about to be committed; then the session
 * ends, every partition has no leader for a moment, and in that moment Kafka (4.3.1, and 4.4.0 still) takes partitions
 * without a leader for deleted ones: it leaves their commit markers out and calls the transaction complete. Readers of
 * committed records never get past such a transaction. A broker that starts with partitions that nobody leads gets all of
 * them at once and coordinates nothing before.
 *
 * @see <a href="https://issues.apache.org/jira/browse/KAFKA-20734">KAFKA-20734</a>
 */
final class KafkaNode {

    private static final Logger log = LoggerFactory.getLogger(KafkaNode.class);
    private static final Duration LONGEST_CONTROLLER_START = Duration.ofSeconds(60);
    private static final long BETWEEN_TRIES_MILLIS = 20;

    private final int id;
    private final SharedServer shared;
    private final ControllerServer controller;
    private final BrokerServer broker;

    /** Reads what the log directories say of themselves; starts nothing. */
    KafkaNode(KafkaConfig config) {
        Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> directories =
                KafkaRaftServer.initializeLogDirs(config, log, "");
        MetaPropertiesEnsemble properties = directories._1();
        id = config.nodeId();
        shared = new SharedServer(
                config,
                properties,
                Time.SYSTEM,
                Server.initializeMetrics(
                        config, Time.SYSTEM, properties.clusterId().orElseThrow()),
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                QuorumConfig.parseBootstrapServers(config.quorumConfig().bootstrapServers()),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
        broker = new BrokerServer(shared);
        controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), directories._2());
    }

    /** Returns when the broker serves. */
    void startup() {
        controller.startup();
        forgetTheDead();
        broker.startup();
    }

    void shutdown() {
        broker.shutdown();
        controller.shutdown();
    }

    void awaitShutdown() {
        broker.awaitShutdown();
        controller.awaitShutdown();
    }

    /** Whoever is registered under our id and not fenced was killed: the directory's lock is ours. */
    private void forgetTheDead() {
        FirstImage first = new FirstImage();
        try {
            shared.loader().installPublishers(List.of(first)).get();
            ClusterImage cluster = first.cluster.get(LONGEST_CONTROLLER_START.toSeconds(), TimeUnit.SECONDS);
            if (cluster.broker(id) != null && !cluster.broker(id).fenced()) {
                unregister();
                log.atInfo().addKeyValue("broker", id).log("a broker that was killed is forgotten");
            }
            shared.loader().removeAndClosePublisher(first).get();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the controller could not be asked for the broker of before", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the controller started", e);
        }
    }

    /** The controller has read its log, and may still have to learn that it is alone and hence active. */
    private void unregister() throws ExecutionException, InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + LONGEST_CONTROLLER_START.toNanos();
        ControllerRequestContext context = new ControllerRequestContext(
                new RequestHeaderData(), KafkaPrincipal.ANONYMOUS, OptionalLong.of(deadline));
        while (true) {
            try {
                controller
                        .controller()
                        .unregisterBroker(context, id)
                        .get(LONGEST_CONTROLLER_START.toSeconds(), TimeUnit.SECONDS);
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof NotControllerException) || System.nanoTime() > deadline) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MILLIS);
            }
        }
    }

    /** Waits for what the metadata log holds up to its end. */
    private static final class FirstImage implements MetadataPublisher {

        private final CompletableFuture<ClusterImage> cluster = new CompletableFuture<>();

        @Override
        public String name() {
            return "FirstImage";
        }

        @Override
        public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
            cluster.complete(image.cluster());
        }
    }
}
