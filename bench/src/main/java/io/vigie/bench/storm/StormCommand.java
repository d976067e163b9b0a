package io.vigie.bench.storm;

import io.vigie.embedded.ScratchDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench storm}: exit 0 when nothing was lost, doubled or wrong, else 1. */
@Command(
        name = "storm",
        description = "Kills everything at random while items are published, then counts what came out.",
        mixinStandardHelpOptions = true)
public final class StormCommand implements Callable<Integer> {

    private static final int EXAMPLES = 5;

    @Option(names = "--seed", defaultValue = "1", description = "decides everything that chance does (default: 1)")
    private long seed;

    @Option(names = "--items", defaultValue = "20000", description = "items published (default: 20000)")
    private int items;

    @Option(names = "--sources", defaultValue = "50", description = "sites that publish them (default: 50)")
    private int sources;

    @Option(names = "--instances", defaultValue = "2", description = "processes of each service (default: 2)")
    private int instances;

    @Option(names = "--seconds", defaultValue = "600", description = "how long it blows (default: 600)")
    private int seconds;

    @Option(names = "--blows", defaultValue = "5", description = "how often each target is hit (default: 5)")
    private int blows;

    @Option(
            names = "--outage",
            defaultValue = "60",
            description = "seconds that a killed broker or index stays away, or a disk full (default: 60)")
    private int outage;

    @Option(names = "--keep", paramLabel = "DIR", description = "keep data and logs here")
    private @Nullable Path keep;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call.
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Path folder = keep == null ? Files.createTempDirectory("vigie-storm") : Files.createDirectories(keep);
        StormPlan plan = new StormPlan(
                seed, items, sources, instances, Duration.ofSeconds(seconds), blows, Duration.ofSeconds(outage));
        long begin = System.nanoTime();
        Storm.Outcome outcome = new Storm(plan, folder, line -> {
                    err.printf("storm: %4d s  %s%n", (System.nanoTime() - begin) / 1_000_000_000, line);
                    err.flush();
                })
                .run();
        print(out, outcome);
        if (outcome.isRight() && keep == null) {
            new ScratchDirectory(folder).close();
        } else {
            err.println("storm: data and logs are in " + folder);
        }
        return outcome.isRight() ? 0 : 1;
    }

    private static void print(PrintWriter out, Storm.Outcome outcome) {
        out.printf("%-22s %9s %9s %7s %7s %7s%n", "", "expected", "found", "lost", "twice", "wrong");
        for (Reckoning.Line line : outcome.account()) {
            out.printf(
                    "%-22s %9d %9d %7d %7d %7d%n",
                    line.what(),
                    line.expected(),
                    line.found(),
                    line.lost().size(),
                    line.twice().size(),
                    line.wrong().size());
        }
        outcome.account().forEach(line -> {
            examples(out, line.what() + ", lost", line.lost());
            examples(out, line.what() + ", twice", line.twice());
            examples(out, line.what() + ", wrong", line.wrong());
        });
        outcome.tallies().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(tally -> out.printf("%-22s %9d%n", tally.getKey(), tally.getValue()));
        out.printf("%-22s %9d%n", "seconds", outcome.took().toSeconds());
        outcome.troubles().forEach(trouble -> out.println("trouble: " + trouble));
        out.println(outcome.isRight() ? "Nothing lost, nothing twice." : "The account does not add up.");
        out.flush();
    }

    private static void examples(PrintWriter out, String what, List<String> ids) {
        if (!ids.isEmpty()) {
            out.println(what + ": " + String.join(" ", ids.subList(0, Math.min(EXAMPLES, ids.size()))));
        }
    }
}
