package io.vigie.embedded;

import java.nio.file.Path;
import java.util.Properties;

/** The settings of a broker that is its own controller and listens on loopback only. */
final class BrokerSettings {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String BROKER_LISTENER = "PLAINTEXT";
    /** A page of 8 MiB with its record's headers fits. */
    private static final int MAX_MESSAGE_BYTES = 10 * 1024 * 1024;

    private BrokerSettings() {}

    static Properties of(Path logDirectory, int port, int controllerPort) {
        String broker = BROKER_LISTENER + "://" + Loopback.HOST + ":" + port;
        String controller = CONTROLLER_LISTENER + "://" + Loopback.HOST + ":" + controllerPort;

        Properties settings = new Properties();
        settings.setProperty("node.id", Integer.toString(NODE_ID));
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("controller.quorum.voters", NODE_ID + "@" + Loopback.HOST + ":" + controllerPort);
        settings.setProperty("controller.listener.names", CONTROLLER_LISTENER);
        settings.setProperty("listeners", broker + "," + controller);
        settings.setProperty("advertised.listeners", broker);
        settings.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.setProperty("inter.broker.listener.name", BROKER_LISTENER);
        settings.setProperty("log.dirs", logDirectory.toString());

        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("message.max.bytes", Integer.toString(MAX_MESSAGE_BYTES));
        settings.setProperty("replica.fetch.max.bytes", Integer.toString(MAX_MESSAGE_BYTES));
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        // A start that hangs is reported, not waited for.
        settings.setProperty("server.max.startup.time.ms", "60000");

        // One broker: nothing to replicate to, and no need for the fifty partitions that a cluster shares out.
        settings.setProperty("default.replication.factor", "1");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("offsets.topic.num.partitions", "4");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("transaction.state.log.num.partitions", "4");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.num.partitions", "1");

        // A neighbour in somebody's process: few threads, and 16 MiB instead of 128 MiB held by the log cleaner.
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "4");
        settings.setProperty("background.threads", "2");
        settings.setProperty("group.coordinator.threads", "1");
        settings.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
        // While nothing happens, a controller writes a record twice a second so that its followers see it alive. Here
        // there are none, and that record is most of what it does at rest.
        settings.setProperty("metadata.max.idle.interval.ms", "0");
        return settings;
    }
}
