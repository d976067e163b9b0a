package io.vigie.bench.themes;

import io.vigie.bench.report.Comparison;
import io.vigie.bench.report.Contest;
import io.vigie.bench.report.Figure;
import io.vigie.bench.report.Figure.Role;
import io.vigie.bench.report.Report;
import io.vigie.bench.report.ReportOptions;
import io.vigie.bench.report.Trials;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench jmh}: whether the plain loop of {@code bench themes} can be believed. */
@Command(
        name = "jmh",
        description = "Items classified per second with the shipped rules, by JMH and by the plain loop of `themes`.",
        mixinStandardHelpOptions = true)
public final class JmhCommand implements Callable<Integer> {

    private static final String LIMIT = "analysisAlone";

    @Option(
            names = "--characters",
            defaultValue = "3000",
            description = "length of an item's text (default: ${DEFAULT-VALUE})")
    private int characters;

    @Option(names = "--forks", defaultValue = "2", description = "JMH's processes (default: ${DEFAULT-VALUE})")
    private int forks;

    @Option(names = "--rounds", defaultValue = "5", description = "rounds that count (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--turn",
            defaultValue = "1000",
            description = "time of a contender in a round, in ms (default: ${DEFAULT-VALUE})")
    private int turn;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli makes it.
    private ReportOptions options;

    @Override
    public Integer call() throws IOException, RunnerException {
        Report report = options.open();
        options.progress("JMH, in processes of its own");
        report.add(new Comparison("JMH: items classified per second on the wall", "items/s", jmh()));
        options.progress("the plain loop, in this process");
        report.add(new Comparison("Plain loop: items classified per second of processor time", "items/s", loop()));
        options.keep(report);
        return 0;
    }

    /** A run is one iteration, of whichever process. */
    private List<Figure> jmh() throws RunnerException {
        Options how = new OptionsBuilder()
                .include(ThemesBenchmark.class.getName())
                .param("characters", Integer.toString(characters))
                .forks(forks)
                .warmupIterations(rounds)
                .warmupTime(TimeValue.milliseconds(turn))
                .measurementIterations(rounds)
                .measurementTime(TimeValue.milliseconds(turn))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        Trials trials = new Trials();
        for (RunResult result : new Runner(how).run()) {
            String name = result.getPrimaryResult().getLabel();
            result.getBenchmarkResults().stream()
                    .flatMap(fork -> fork.getIterationResults().stream())
                    .forEach(iteration -> trials.add(
                            name, role(name), iteration.getPrimaryResult().getScore()));
        }
        return trials.figures();
    }

    /** The same methods, called in turns. */
    private List<Figure> loop() {
        ThemesBenchmark themes = new ThemesBenchmark();
        themes.characters = characters;
        themes.setUp();
        Contest contest = new Contest(rounds, Duration.ofMillis(turn));
        enter(contest, LIMIT, themes::analysisAlone);
        enter(contest, "shippedRules", themes::shippedRules);
        enter(contest, "shippedRulesDetected", themes::shippedRulesDetected);
        List<Figure> figures = contest.run();
        themes.tearDown();
        return figures;
    }

    private static void enter(Contest contest, String name, IntSupplier item) {
        contest.enter(name, role(name), () -> item.getAsInt() == Integer.MIN_VALUE ? 0 : 1); // the answer is used
    }

    private static Role role(String name) {
        return name.equals(LIMIT) ? Role.LIMIT : Role.OURS;
    }
}
