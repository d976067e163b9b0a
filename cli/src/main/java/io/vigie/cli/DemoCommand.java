package io.vigie.cli;

import io.vigie.cli.config.DeskConfig;
import io.vigie.cli.config.FetchConfig;
import io.vigie.cli.config.VigieConfig;
import io.vigie.cli.demo.DemoPress;
import io.vigie.cli.demo.DemoSite;
import io.vigie.cli.operations.Meters;
import io.vigie.cli.terminal.AlertTable;
import io.vigie.cli.terminal.TerminalView;
import io.vigie.embedded.ScratchDirectory;
import io.vigie.events.Readiness;
import io.vigie.processor.watch.ThemeRules;
import io.vigie.sink.elastic.ElasticAlertReader;
import io.vigie.sink.elastic.ElasticClients;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie demo}: everything in one process, on a small press of its own, shown in the terminal. */
@Command(
        name = "demo",
        description = "Runs the whole pipeline on a press site of its own and shows the alerts as they arrive.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final long BETWEEN_CHECKS_MILLIS = 50;
    private static final Duration HOST_DELAY = Duration.ofMillis(100);

    @Option(names = "--once", description = "end when every page is through; exit 1 if a verdict is not the right one")
    private boolean once;

    @Option(
            names = "--kafka-port",
            defaultValue = "9092",
            description = "port of the broker, 0 for a free one (default: ${DEFAULT-VALUE})")
    private int kafkaPort;

    @Option(
            names = "--elasticsearch-port",
            defaultValue = "9200",
            description = "port of Elasticsearch, 0 for a free one (default: ${DEFAULT-VALUE})")
    private int elasticsearchPort;

    @Option(
            names = "--desk-port",
            defaultValue = "8080",
            description = "port of the desk, 0 for a free one (default: ${DEFAULT-VALUE})")
    private int deskPort;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call.
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        try (ScratchDirectory data = ScratchDirectory.create("vigie-demo")) {
            err.println("vigie: starting Kafka and Elasticsearch in this process");
            err.flush();
            return run(data.path(), err);
        }
    }

    private int run(Path data, PrintWriter err) throws IOException, InterruptedException {
        VigieConfig config = VigieConfig.embedded(kafkaPort, elasticsearchPort);
        try (Meters meters = new Meters();
                Servers servers = Servers.open(config, data);
                DemoSite site = new DemoSite(DemoPress.load(), Clock.systemUTC())) {
            site.start();
            Blueprint blueprint = new Blueprint(
                    config.kafka().topics(),
                    FetchConfig.polite(HOST_DELAY).settings(),
                    site.sources(),
                    ThemeRules.shipped(),
                    config.processor(),
                    DeskConfig.onLoopback(deskPort),
                    List.of(),
                    data);
            try (Pipeline pipeline = new Pipeline(EnumSet.allOf(Stage.class), blueprint, servers, meters.registry());
                    var client = ElasticClients.open(servers.elasticsearch())) {
                pipeline.start();
                while (!(pipeline.check() instanceof Readiness.Ready)) {
                    Thread.sleep(BETWEEN_CHECKS_MILLIS);
                }
                err.println("vigie: press at " + site.base() + " · alerts at "
                        + servers.elasticsearch().url() + "/vigie-alerts*/_search");
                pipeline.deskUri().ifPresent(desk -> err.println("vigie: desk at " + desk));
                err.flush();
                AlertTable table = new AlertTable(TerminalView.detect(), ZoneId.systemDefault());
                DemoRun run = new DemoRun(
                        site,
                        new ElasticAlertReader(client),
                        new Throughput(meters.registry()),
                        table,
                        spec.commandLine().getOut());
                return once ? finish(run, err) : watch(run);
            }
        }
    }

    private static int finish(DemoRun run, PrintWriter err) throws InterruptedException {
        List<String> differences = run.untilThrough();
        differences.forEach(line -> err.println("vigie: " + line));
        err.flush();
        return differences.isEmpty() ? Vigie.DONE : Vigie.PROBLEMS;
    }

    private static int watch(DemoRun run) throws InterruptedException {
        run.untilThrough();
        run.forEver();
        return Vigie.DONE;
    }
}
