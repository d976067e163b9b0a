package io.vigie.bench.startup;

import io.vigie.bench.fleet.Folders;
import io.vigie.bench.report.Comparison;
import io.vigie.bench.report.Figure;
import io.vigie.bench.report.Figure.Role;
import io.vigie.bench.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench startup}. */
@Command(
        name = "startup",
        description =
                "From start to ready, and memory and processor at rest: the whole pipeline beside its two servers.",
        mixinStandardHelpOptions = true)
public final class StartupCommand implements Callable<Integer> {

    private static final double MEBIBYTE = 1 << 20;

    @Option(names = "--rounds", defaultValue = "3", description = "starts of each (default: 3)")
    private int rounds;

    @Option(names = "--rest", defaultValue = "60", description = "seconds at rest that are measured (default: 60)")
    private int rest;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "bench-report", description = "folder of the report")
    @SuppressWarnings("NullAway.Init") // picocli gives the default.
    private Path reports;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call.
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Stream.Builder<Start> servers = Stream.builder();
        Stream.Builder<Start> pipeline = Stream.builder();
        for (int round = 1; round <= rounds; round++) {
            err.println("startup: round " + round + " of " + rounds);
            err.flush();
            servers.add(run(Starter.SERVERS));
            pipeline.add(run(Starter.PIPELINE));
        }
        List<Start> limit = servers.build().toList();
        List<Start> ours = pipeline.build().toList();
        Report report = new Report("startup", out);
        report.add(compare(
                "From start to ready",
                "s",
                limit,
                ours,
                start -> start.toReady().toMillis() / 1000.0));
        report.add(compare("Resident memory at rest", "MiB", limit, ours, start -> start.resident() / MEBIBYTE));
        report.add(compare("Processor at rest", "% of one", limit, ours, start -> 100 * start.busy()));
        report.write(reports, Instant.now());
        return 0;
    }

    private Start run(Starter starter) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("vigie-startup");
        Start start = starter.run(folder, Duration.ofSeconds(rest));
        Folders.delete(folder);
        return start;
    }

    private static Comparison compare(
            String question, String unit, List<Start> limit, List<Start> ours, ToDoubleFunction<Start> what) {
        return new Comparison(
                question,
                unit,
                List.of(
                        new Figure("Kafka and Elasticsearch alone", Role.LIMIT, runs(limit, what)),
                        new Figure("the whole pipeline", Role.OURS, runs(ours, what))));
    }

    private static List<Double> runs(List<Start> starts, ToDoubleFunction<Start> what) {
        return starts.stream().map(what::applyAsDouble).toList();
    }
}
