package io.vigie.bench.ingest;

import io.vigie.bench.fleet.Fleet;
import io.vigie.bench.fleet.Fleet.Member;
import io.vigie.bench.fleet.Fleet.Part;
import io.vigie.bench.fleet.FleetConfig;
import io.vigie.bench.fleet.Usage;
import io.vigie.bench.report.Comparison;
import io.vigie.bench.report.Figure;
import io.vigie.bench.report.Figure.Role;
import io.vigie.bench.report.Report;
import io.vigie.bench.report.ReportOptions;
import io.vigie.bench.report.Trials;
import io.vigie.embedded.ScratchDirectory;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench ingest}. */
@Command(
        name = "ingest",
        description = "Thousands of sources watched by one process: looks a second, processor, memory, looks missed.",
        mixinStandardHelpOptions = true)
public final class IngestCommand implements Callable<Integer> {

    private static final String VIGIE = "vigie ingest";
    private static final double MEBIBYTE = 1 << 20;
    private static final String DISCOVERY = "purpose=\"discovery\"";
    private static final long BETWEEN_CHECKS_MILLIS = 200;
    /** A look may come a twentieth later than asked for, which is its jitter, and some seconds, for the queue. */
    private static final double LATEST = 1.1;

    private static final Duration QUEUE = Duration.ofSeconds(5);

    @Option(
            names = "--sources",
            defaultValue = "10000",
            description = "each a host of its own (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(names = "--every", defaultValue = "300", description = "seconds between looks (default: ${DEFAULT-VALUE})")
    private int every;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "times every source is due while figures are taken (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--heap", defaultValue = "1g", description = "most heap of the process (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli gives the default.
    private String heap;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli makes it.
    private ReportOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ScratchDirectory scratch = ScratchDirectory.create("vigie-ingest");
        Report report = options.open();
        try (ManySites sites = new ManySites(count);
                Fleet fleet = new Fleet(scratch.path(), 1, List.of())) {
            fleet.startBroker();
            long begin = System.nanoTime();
            fleet.startServices(
                    Part.INGEST,
                    1,
                    heap,
                    FleetConfig.vigie(fleet.bootstrap(), fleet.elasticsearch()),
                    sites.sources(Duration.ofSeconds(every)));
            fleet.awaitReady(Part.INGEST);
            Member ingest = fleet.all().get(fleet.all().size() - 1);
            firstLooks(sites, report, begin);
            watch(sites, ingest, report);
        }
        scratch.close();
        options.keep(report);
        return 0;
    }

    private void firstLooks(ManySites sites, Report report, long begin) throws InterruptedException {
        while (sites.lookedAt(1) < count) {
            Thread.sleep(BETWEEN_CHECKS_MILLIS);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        report.add(new Comparison(
                "From the start until each of %,d sources has been looked at".formatted(count),
                "s",
                List.of(new Figure(VIGIE, Role.OURS, List.of(seconds)))));
        while (sites.lookedAt(2) < count) { // the first items are read and their state is kept
            Thread.sleep(BETWEEN_CHECKS_MILLIS);
        }
    }

    private void watch(ManySites sites, Member ingest, Report report) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        Trials looks = new Trials();
        Trials processor = new Trials();
        Trials unchanged = new Trials();
        Trials memory = new Trials();
        Trials missed = new Trials();
        looks.add("as the sources ask for", Role.LIMIT, (double) count / every);
        for (int round = 1; round <= rounds; round++) {
            options.progress("round " + round + " of " + rounds);
            sites.forgetPauses();
            Scrape before = Scrape.of(http, ingest.ready().resolve("/metrics"));
            Usage usedBefore = ingest.process().usage();
            long begin = System.nanoTime();
            Thread.sleep(Duration.ofSeconds(every).toMillis());
            Scrape after = Scrape.of(http, ingest.ready().resolve("/metrics"));
            Usage used = ingest.process().usage();
            double seconds = (System.nanoTime() - begin) / 1e9;
            double done = fetches(after) - fetches(before);
            double notModified =
                    fetches(after, "outcome=\"not-modified\"") - fetches(before, "outcome=\"not-modified\"");
            double cpu = used.processor().minus(usedBefore.processor()).toMillis() / 1e3;
            looks.add(VIGIE, Role.OURS, done / seconds);
            processor.add("a bare request", Role.LIMIT, BareRequests.millisEach(sites, count));
            processor.add(VIGIE, Role.OURS, 1e3 * cpu / done);
            unchanged.add(VIGIE, Role.OURS, 100 * notModified / done);
            memory.add("heap in use", Role.OURS, after.sum("jvm_memory_used_bytes", "area=\"heap\"") / MEBIBYTE);
            memory.add("resident", Role.OURS, used.resident() / MEBIBYTE);
            Duration latest = Duration.ofMillis((long) (every * 1e3 * LATEST)).plus(QUEUE);
            missed.add(VIGIE, Role.OURS, sites.pausedLongerThan(latest));
        }
        report.add(new Comparison("Looks a second at %,d sources".formatted(count), "looks/s", looks.figures()));
        report.add(new Comparison("Processor time of a look, pages and Kafka included", "ms", processor.figures()));
        report.add(new Comparison("Looks answered with 304", "%", unchanged.figures()));
        report.add(new Comparison("Memory of the process, -Xmx" + heap, "MiB", memory.figures()));
        report.add(new Comparison("Sources that were looked at too late", "sources", missed.figures()));
    }

    private static double fetches(Scrape scrape, String... labels) {
        String[] all = java.util.Arrays.copyOf(labels, labels.length + 1);
        all[labels.length] = DISCOVERY;
        return scrape.sum("vigie_ingest_fetches_total", all);
    }
}
