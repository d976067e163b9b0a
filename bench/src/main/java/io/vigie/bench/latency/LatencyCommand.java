package io.vigie.bench.latency;

import io.vigie.bench.fleet.Fleet;
import io.vigie.bench.fleet.Fleet.Part;
import io.vigie.bench.fleet.FleetConfig;
import io.vigie.bench.press.PressSite;
import io.vigie.bench.press.ReleaseWriter;
import io.vigie.bench.report.Comparison;
import io.vigie.bench.report.Figure;
import io.vigie.bench.report.Figure.Role;
import io.vigie.bench.report.Report;
import io.vigie.bench.report.ReportOptions;
import io.vigie.bench.report.Trials;
import io.vigie.embedded.ScratchDirectory;
import io.vigie.sink.elastic.ElasticAlertReader;
import io.vigie.sink.elastic.ElasticClients;
import io.vigie.sink.elastic.ElasticSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToLongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench latency}. */
@Command(
        name = "latency",
        description = "From a page on its site to an alert that a search finds, by stage, at several rates.",
        mixinStandardHelpOptions = true)
public final class LatencyCommand implements Callable<Integer> {

    private static final double WARM_UP_RATE = 5;
    private static final double HELD_MILLIS = 2_000;

    @Option(
            names = "--rates",
            split = ",",
            defaultValue = "1,10,50,200",
            description = "releases a second (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli gives the default.
    private List<Double> rates;

    @Option(names = "--seconds", defaultValue = "60", description = "how long at each rate (default: 60)")
    private int seconds;

    @Option(names = "--sites", defaultValue = "20", description = "sites that publish, 1 to 99 (default: 20)")
    private int count;

    @Option(
            names = "--replay",
            defaultValue = "0",
            paramLabel = "N",
            description = "each rate also while a past of N items is replayed beside, taking turns (default: 0, not)")
    private int replayed;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "turns with and without a replay (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli makes it.
    private ReportOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "press");
            thread.setDaemon(true);
            return thread;
        });
        List<PressSite> sites = new ArrayList<>();
        ScratchDirectory scratch = ScratchDirectory.create("vigie-latency");
        try (Fleet fleet = new Fleet(scratch.path(), 1, List.of())) {
            for (int i = 0; i < count; i++) {
                sites.add(new PressSite(i, false, 1, threads));
            }
            start(fleet, sites);
            options.progress("all services are ready");
            measure(fleet, sites, scratch.path());
        } finally {
            sites.forEach(PressSite::close);
            threads.shutdownNow();
        }
        scratch.close(); // stays after a failure, which names a log in it
        return 0;
    }

    private static void start(Fleet fleet, List<PressSite> sites) throws IOException, InterruptedException {
        fleet.startServers();
        String vigieYaml = FleetConfig.vigie(fleet.bootstrap(), fleet.elasticsearch());
        for (Part service : List.of(Part.SINK, Part.PROCESSOR, Part.INGEST)) {
            fleet.startServices(service, 1, "512m", vigieYaml, FleetConfig.sources(sites, "1s"));
            fleet.awaitReady(service);
        }
    }

    private void measure(Fleet fleet, List<PressSite> sites, Path folder)
            throws IOException, InterruptedException, ExecutionException {
        Report report = options.open();
        try (var client = ElasticClients.open(ElasticSettings.at(fleet.elasticsearch()))) {
            ReleaseWriter writer = new ReleaseWriter(1, count, Instant.now());
            LatencyRun run = new LatencyRun(sites, writer, new ElasticAlertReader(client));
            int cold = run.at(WARM_UP_RATE, Duration.ofSeconds(20)).size();
            options.progress("warm after " + cold + " alerts");
            double held = 0;
            for (double rate : rates) {
                List<Sample> samples = run.at(rate, Duration.ofSeconds(seconds));
                held = slowestOfNinetyNine(samples) < HELD_MILLIS ? Math.max(held, rate) : held;
                report.add(new Comparison(
                        "%s releases a second, %d alerts: median, with the quickest and the slowest of ninety-nine in a hundred"
                                .formatted(rate, samples.size()),
                        "ms",
                        List.of(
                                figure("published to seen", samples, Sample::seen),
                                figure("seen to classified", samples, Sample::classified),
                                figure("classified to indexed", samples, Sample::indexed),
                                figure("indexed to searchable", samples, Sample::searchable),
                                figure("published to searchable", samples, Sample::total))));
            }
            report.add(new Comparison(
                    "Highest of these rates of which, for %d s, ninety-nine in a hundred took less than %,.0f ms (0: none)"
                            .formatted(seconds, HELD_MILLIS),
                    "releases/s",
                    List.of(new Figure("published to searchable", Role.OURS, List.of(held)))));
            if (replayed > 0) {
                beside(fleet, run, report, folder);
            }
        }
        options.keep(report);
    }

    /** The two take turns, so that what else the machine does meets both; the ninety-ninth of each turn is one run. */
    private void beside(Fleet fleet, LatencyRun run, Report report, Path folder)
            throws IOException, InterruptedException, ExecutionException {
        options.progress("writing a past of " + replayed + " items");
        ReplayBeside.writePast(fleet.bootstrap(), replayed);
        Duration turn = Duration.ofSeconds(seconds);
        for (double rate : rates) {
            Trials slowest = new Trials();
            for (int round = 1; round <= rounds; round++) {
                options.progress("%s releases a second, turn %d of %d".formatted(rate, round, rounds));
                slowest.add("live alone", Role.LIMIT, slowestOfNinetyNine(run.at(rate, turn)));
                ReplayBeside replay = ReplayBeside.start(fleet.bootstrap(), folder);
                try {
                    slowest.add("while a replay runs", Role.OURS, slowestOfNinetyNine(run.at(rate, turn)));
                } finally {
                    replay.close();
                }
            }
            report.add(new Comparison(
                    "%s releases a second: ninety-ninth of a hundred, published to searchable".formatted(rate),
                    "ms",
                    slowest.figures()));
        }
        ReplayBeside.verifyLive(fleet.bootstrap(), folder);
        options.progress("all that the services judged meanwhile is as their rules say");
    }

    private static double slowestOfNinetyNine(List<Sample> samples) {
        return figure("", samples, Sample::total).greatest();
    }

    private static Figure figure(String name, List<Sample> samples, ToLongFunction<Sample> stage) {
        return Figure.ofMiddle(
                name,
                Role.OURS,
                samples.stream()
                        .map(sample -> (double) stage.applyAsLong(sample))
                        .toList());
    }
}
