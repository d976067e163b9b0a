package io.vigie.cli;

import io.vigie.audit.topic.TopicAccess;
import io.vigie.cli.config.ConfigFolder;
import io.vigie.cli.config.VigieConfig;
import io.vigie.embedded.EmbeddedKafka;
import io.vigie.events.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the topics stand that a command looks into: of a running Vigie, or of one that is stopped. */
final class ArchiveOptions {

    @Option(names = "--config", paramLabel = "DIR", description = "folder with vigie.yaml (default: the defaults)")
    private @Nullable Path config;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder of a stopped Vigie: its embedded Kafka is started for this command")
    private @Nullable Path data;

    /**
     * Opens them.
     *
     * @throws io.vigie.embedded.StartException when the folder is in use by a Vigie that runs; leave {@code --data} out
     */
    Archive open() {
        VigieConfig vigie = configuration();
        if (data == null) {
            return new Archive(vigie.kafka().topics(), Servers.remote(vigie).kafka(), () -> {});
        }
        Path folder = data.resolve("kafka");
        if (!Files.isDirectory(folder)) {
            throw new io.vigie.events.yaml.ConfigurationException(
                    folder + ": no such folder; give the folder that `vigie up --data` was given");
        }
        EmbeddedKafka broker = EmbeddedKafka.at(folder).port(0).start();
        return new Archive(
                vigie.kafka().topics(), vigie.kafka().clientSettings(broker.bootstrapServers()), broker::close);
    }

    /** What the folder says, or the defaults. */
    VigieConfig configuration() {
        return config == null
                ? VigieConfig.defaults()
                : VigieConfig.load(new ConfigFolder(config), ConfigFolder.yaml());
    }

    /**
     * Topics that can be read.
     *
     * @param topics their names
     * @param kafka client settings
     * @param stop ends the broker that was started for this command, if any
     */
    record Archive(Topics topics, Map<String, String> kafka, Runnable stop) implements AutoCloseable {

        TopicAccess access() {
            return new TopicAccess(kafka);
        }

        @Override
        public void close() {
            stop.run();
        }
    }
}
