package io.vigie.bench.startup;

import io.vigie.bench.report.Comparison;
import io.vigie.bench.report.Figure;
import io.vigie.bench.report.Figure.Role;
import io.vigie.bench.report.Report;
import io.vigie.bench.report.ReportOptions;
import io.vigie.embedded.ScratchDirectory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Option(
            names = "--rest",
            defaultValue = "60",
            description = "seconds at rest that are measured, from five minutes after ready on (default: 60)")
    private int rest;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli makes it.
    private ReportOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Stream.Builder<Start> servers = Stream.builder();
        Stream.Builder<Start> pipeline = Stream.builder();
        for (int round = 1; round <= rounds; round++) {
            options.progress("round " + round + " of " + rounds);
            servers.add(run(Starter.SERVERS));
            pipeline.add(run(Starter.PIPELINE));
        }
        List<Start> limit = servers.build().toList();
        List<Start> ours = pipeline.build().toList();
        Report report = options.open();
        report.add(compare(
                "From start to ready",
                "s",
                limit,
                ours,
                start -> start.toReady().toMillis() / 1000.0));
        report.add(compare("Resident memory at rest", "MiB", limit, ours, start -> start.resident() / MEBIBYTE));
        report.add(compare(
                "Processor in the first " + Starter.WARMING.toSeconds() + " s after ready",
                "% of one",
                limit,
                ours,
                start -> 100 * start.warming()));
        report.add(compare(
                "Processor in the next " + Starter.SETTLING.toSeconds() + " s",
                "% of one",
                limit,
                ours,
                start -> 100 * start.settling()));
        report.add(compare("Processor at rest from then on", "% of one", limit, ours, start -> 100 * start.busy()));
        options.keep(report);
        return 0;
    }

    private Start run(Starter starter) throws IOException, InterruptedException {
        ScratchDirectory scratch = ScratchDirectory.create("vigie-startup");
        Start start = starter.run(scratch.path(), Duration.ofSeconds(rest));
        scratch.close(); // stays after a failure, which names a log in it
        return start;
    }

    private static Comparison compare(
            String question, String unit, List<Start> limit, List<Start> ours, Function<Start, Double> what) {
        return new Comparison(
                question,
                unit,
                List.of(
                        new Figure("Kafka and Elasticsearch alone", Role.LIMIT, runs(limit, what)),
                        new Figure("the whole pipeline", Role.OURS, runs(ours, what))));
    }

    private static List<Double> runs(List<Start> starts, Function<Start, Double> what) {
        return starts.stream().map(what).toList();
    }
}
