package io.vigie.bench.desk;

import io.vigie.bench.fleet.Fleet;
import io.vigie.bench.fleet.Fleet.Part;
import io.vigie.bench.fleet.FleetConfig;
import io.vigie.bench.report.Report;
import io.vigie.bench.report.ReportOptions;
import io.vigie.embedded.ScratchDirectory;
import io.vigie.embedded.browser.Chromium;
import io.vigie.sink.elastic.ElasticAlertReader;
import io.vigie.sink.elastic.ElasticClients;
import io.vigie.sink.elastic.ElasticSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench desk}. */
@Command(
        name = "desk",
        description = "Lists of a full index, pushes to many clients, and the page in a real browser; exit 1 when a bar"
                + " is not held.",
        mixinStandardHelpOptions = true)
public final class DeskCommand implements Callable<Integer> {

    @Option(names = "--alerts", defaultValue = "1000000", description = "in the index (default: 1000000)")
    private int alerts;

    @Option(names = "--questions", defaultValue = "500", description = "of each kind of list (default: 500)")
    private int questions;

    @Option(names = "--clients", defaultValue = "200", description = "of the event stream (default: 200)")
    private int clients;

    @Option(names = "--rate", defaultValue = "20", description = "alerts a second (default: 20)")
    private int rate;

    @Option(names = "--seconds", defaultValue = "30", description = "of pushing (default: 30)")
    private int seconds;

    @Option(names = "--cards", defaultValue = "5000", description = "alerts in the page (default: 5000)")
    private int cards;

    @Option(names = "--rounds", defaultValue = "5", description = "first views (default: 5)")
    private int rounds;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli makes it.
    private ReportOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Report report = options.open();
        Bars bars = new Bars(report);
        ScratchDirectory scratch = ScratchDirectory.create("vigie-desk");
        int port = Fleet.freePort();
        try (Fleet fleet = new Fleet(scratch.path(), 1, List.of())) {
            fleet.startServers();
            String vigieYaml = FleetConfig.vigie(fleet.bootstrap(), fleet.elasticsearch())
                    + "desk:\n  listen: 127.0.0.1:" + port + "\n";
            for (Part service : List.of(Part.SINK, Part.DESK)) {
                fleet.startServices(service, 1, "512m", vigieYaml, "sources: []\n");
                fleet.awaitReady(service);
            }
            options.progress("all services are ready");
            measure(fleet, URI.create("http://127.0.0.1:" + port + "/"), bars);
        }
        scratch.close(); // stays after a failure, which names a log in it
        options.keep(report);
        bars.missed().forEach(missed -> options.progress("not held: " + missed));
        return bars.missed().isEmpty() ? 0 : 1;
    }

    private void measure(Fleet fleet, URI desk, Bars bars) throws IOException, InterruptedException {
        try (var client = ElasticClients.open(ElasticSettings.at(fleet.elasticsearch()));
                AlertPen pen = new AlertPen(fleet.bootstrap())) {
            long began = System.nanoTime();
            int tenth = Math.max(1, alerts / 10);
            new IndexFilling(client, Instant.now().minusSeconds(60)).write(alerts, written -> {
                if (written % tenth < 1_000) {
                    options.progress("%,d alerts are in the index".formatted(written));
                }
            });
            options.progress("the index was filled in %d s".formatted((System.nanoTime() - began) / 1_000_000_000));
            HttpClient http =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            bars.lists(alerts, new ListRun(desk, http).run(questions));
            bars.pushes(
                    clients, rate, new PushRun(desk, new ElasticAlertReader(client)).run(pen, clients, rate, seconds));
            page(desk, pen, bars);
        }
    }

    private void page(URI desk, AlertPen pen, Bars bars) throws IOException, InterruptedException {
        Optional<Path> chromium = Chromium.installed();
        if (chromium.isEmpty()) {
            options.progress("no Chromium is installed: the page is not measured (apt-get install chromium)");
            return;
        }
        try (Chromium browser = Chromium.start(chromium.get())) {
            PageRun page = new PageRun(browser, desk);
            bars.firstView(page.firstViews(rounds));
            bars.fullPage(cards, page.full(cards, pen, rate));
        }
    }
}
