package io.vigie.cli;

import io.vigie.audit.topic.Bound;
import io.vigie.cli.config.ConfigFolder;
import io.vigie.cli.config.VigieConfig;
import io.vigie.events.yaml.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where that stands which a command looks into: a running Vigie, or one that is stopped. */
final class ArchiveOptions {

    @Option(names = "--config", paramLabel = "DIR", description = "folder with vigie.yaml (default: the defaults)")
    private @Nullable Path config;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder of a stopped Vigie: its embedded servers are started for this command")
    private @Nullable Path data;

    /**
     * Names it; nothing is started yet.
     *
     * @throws ConfigurationException when there is no such folder
     */
    Archive open() {
        VigieConfig vigie = config == null
                ? VigieConfig.defaults()
                : VigieConfig.load(new ConfigFolder(config), ConfigFolder.yaml());
        if (data != null && !Files.isDirectory(data.resolve("kafka"))) {
            throw new ConfigurationException(
                    data.resolve("kafka") + ": no such folder; give the folder that `vigie up --data` was given");
        }
        return new Archive(vigie, data);
    }

    /**
     * A place on a topic.
     *
     * @throws ParameterException when it is none
     */
    static Bound bound(CommandSpec spec, String text, Instant now) {
        try {
            return Bound.parse(text, now);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /**
     * A moment: an instant, a date or a time ago.
     *
     * @throws ParameterException when it is none
     */
    static Instant moment(CommandSpec spec, String text, Instant now) {
        if (bound(spec, text, now) instanceof Bound.Time time) {
            return time.at();
        }
        throw new ParameterException(
                spec.commandLine(), "'" + text + "' is no moment; say 2026-03-01, 2026-03-01T08:00:00Z or 30d");
    }
}
