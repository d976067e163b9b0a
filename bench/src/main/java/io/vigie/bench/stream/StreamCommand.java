package io.vigie.bench.stream;

import io.vigie.bench.press.Reports;
import io.vigie.bench.report.Comparison;
import io.vigie.bench.report.Figure;
import io.vigie.bench.report.Figure.Role;
import io.vigie.bench.report.Report;
import io.vigie.bench.report.ReportOptions;
import io.vigie.bench.report.Trials;
import io.vigie.embedded.ScratchDirectory;
import io.vigie.processor.ProcessorSettings.Guarantee;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench stream}. */
@Command(
        name = "stream",
        description =
                "Items a second through the topology, beside one that does nothing and the functions in a loop; time from item to alert.",
        mixinStandardHelpOptions = true)
public final class StreamCommand implements Callable<Integer> {

    private static final int WARM_UP_SHARE = 4;

    @Option(names = "--items", defaultValue = "20000", description = "items a run (default: ${DEFAULT-VALUE})")
    private int items;

    @Option(
            names = "--characters",
            defaultValue = "1000",
            description = "length of an item's text (default: ${DEFAULT-VALUE})")
    private int characters;

    @Option(
            names = "--instances",
            split = ",",
            defaultValue = "1,2",
            description = "processors, one thread each (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli gives the default.
    private List<Integer> instances;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "rounds of throughput that count, 0 for none (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--rate",
            defaultValue = "50",
            description = "items a second whose way to their alerts is timed, 0 for none (default: ${DEFAULT-VALUE})")
    private double rate;

    @Option(names = "--seconds", defaultValue = "60", description = "for which it is timed (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli makes it.
    private ReportOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<Integer, Trials> trials = new TreeMap<>();
        if (rounds > 0) {
            options.progress("warming up");
            round(Math.max(1, items / WARM_UP_SHARE), new TreeMap<>());
        }
        for (int round = 1; round <= rounds; round++) {
            options.progress("round " + round + " of " + rounds);
            round(items, trials);
        }
        Report report = options.open();
        trials.forEach((count, results) -> report.add(new Comparison(
                "Items a second, %d instance%s of one thread".formatted(count, count == 1 ? "" : "s"),
                "items/s",
                results.figures())));
        if (rate > 0) {
            report.add(latency());
        }
        options.keep(report);
        return 0;
    }

    private Comparison latency() throws IOException, InterruptedException {
        options.progress("item to alert, %s a second for %d s".formatted(rate, seconds));
        ScratchDirectory scratch = ScratchDirectory.create("vigie-stream");
        List<Double> took;
        try (StreamRun run = StreamRun.on(scratch.path(), characters, 0)) {
            took = run.latency(new Reports(characters), rate, Duration.ofSeconds(seconds));
        }
        scratch.close();
        return new Comparison(
                "%s items a second, %d alerts: median, with the quickest and the slowest of ninety-nine in a hundred"
                        .formatted(rate, took.size()),
                "ms",
                List.of(Figure.ofMiddle("item to alert", Role.OURS, took)));
    }

    private void round(int size, Map<Integer, Trials> trials) throws IOException, InterruptedException {
        ScratchDirectory scratch = ScratchDirectory.create("vigie-stream");
        try (StreamRun run = StreamRun.on(scratch.path(), characters, size)) {
            for (int count : instances) {
                Trials all = trials.computeIfAbsent(count, any -> new Trials());
                all.add("pass-through topology", Role.LIMIT, run.passThrough(count));
                all.add("the functions in a loop", Role.LIMIT, run.functions(count));
                all.add("Vigie, exactly once", Role.OURS, run.processor(count, Guarantee.EXACTLY_ONCE));
                all.add("Vigie, at least once", Role.OURS, run.processor(count, Guarantee.AT_LEAST_ONCE));
            }
        }
        scratch.close();
    }
}
