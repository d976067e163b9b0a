package io.vigie.bench;

import io.vigie.bench.desk.DeskCommand;
import io.vigie.bench.extract.ExtractCommand;
import io.vigie.bench.growth.GrowthCommand;
import io.vigie.bench.ingest.IngestCommand;
import io.vigie.bench.latency.LatencyCommand;
import io.vigie.bench.replay.ReplayCommand;
import io.vigie.bench.sink.SinkCommand;
import io.vigie.bench.startup.StartupCommand;
import io.vigie.bench.storm.StormCommand;
import io.vigie.bench.stream.StreamCommand;
import io.vigie.bench.themes.JmhCommand;
import io.vigie.bench.themes.ThemesCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./vigie bench}: one subcommand a question. */
@Command(
        name = "bench",
        description = "Measures Vigie beside its peers and limits, and what it survives.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DeskCommand.class,
            ExtractCommand.class,
            GrowthCommand.class,
            IngestCommand.class,
            JmhCommand.class,
            LatencyCommand.class,
            ReplayCommand.class,
            SinkCommand.class,
            StartupCommand.class,
            StormCommand.class,
            StreamCommand.class,
            ThemesCommand.class
        })
final class Bench implements Runnable {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run.
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "name a command");
    }
}
