package io.vigie.cli;

import io.vigie.cli.config.ConfigFolder;
import io.vigie.cli.config.VigieConfig;
import io.vigie.cli.operations.Meters;
import io.vigie.cli.operations.OperationsServer;
import io.vigie.events.Readiness;
import io.vigie.events.RuleSet;
import io.vigie.events.SourceDefinition;
import io.vigie.events.yaml.StrictYaml;
import io.vigie.ingest.Sources;
import io.vigie.processor.watch.RuleSelfTest;
import io.vigie.processor.watch.ThemeRules;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Runs stages until the process is told to stop (SIGINT, SIGTERM). */
abstract class RunCommand implements Callable<Integer> {

    private static final long BETWEEN_CHECKS_MILLIS = 200;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "DIR",
            description = "folder with vigie.yaml, sources.yaml and themes.yaml")
    @SuppressWarnings("NullAway.Init") // picocli refuses to run without it.
    private Path config;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "folder for what the embedded servers and the processor keep (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli gives the default.
    private Path data;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call.
    private CommandLine.Model.CommandSpec spec;

    private final Set<Stage> stages;
    private final boolean startsServers;
    private final int metricsPort;

    /**
     * A command for some stages.
     *
     * @param startsServers whether embedded servers are started by this process or only looked for
     * @param metricsPort where operators ask when nothing is configured
     */
    RunCommand(Set<Stage> stages, boolean startsServers, int metricsPort) {
        this.stages = stages;
        this.startsServers = startsServers;
        this.metricsPort = metricsPort;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        ConfigFolder folder = new ConfigFolder(config);
        StrictYaml yaml = ConfigFolder.yaml();
        VigieConfig vigie = VigieConfig.load(folder, yaml);
        Blueprint blueprint = new Blueprint(
                vigie.kafka().topics(),
                vigie.fetch().settings(),
                sources(folder, yaml),
                rules(folder),
                vigie.processor(),
                vigie.desk(),
                vigie.deliver().channels(),
                data);
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitStop(stop, stopped), "stop"));
        try (Servers servers = startsServers ? Servers.open(vigie, data) : Servers.remote(vigie);
                Meters meters = new Meters();
                Pipeline pipeline = new Pipeline(stages, blueprint, servers, meters.registry());
                OperationsServer operations = new OperationsServer(
                        vigie.metrics().address(metricsPort), pipeline::check, meters.registry())) {
            operations.start();
            say(err, "metrics at " + operations.uri() + "/metrics");
            pipeline.start(() -> stop.getCount() > 0);
            pipeline.deskUri().ifPresent(desk -> say(err, "desk at " + desk));
            announce(err, pipeline, servers, stop);
            stop.await();
            say(err, "stopping");
        } finally {
            stopped.countDown();
        }
        return Vigie.DONE;
    }

    /** Tells readiness once it is reached, and until then why not, each reason once. */
    private void announce(PrintWriter err, Pipeline pipeline, Servers servers, CountDownLatch stop)
            throws InterruptedException {
        Readiness last = Readiness.notReady("");
        while (stop.getCount() > 0) {
            Readiness now = pipeline.check();
            if (now instanceof Readiness.Ready) {
                say(
                        err,
                        "ready: Kafka at " + servers.kafka().get("bootstrap.servers") + ", alerts at "
                                + servers.elasticsearch().url() + "/vigie-alerts/_search");
                return;
            }
            if (!now.equals(last)) {
                say(err, "waiting: " + ((Readiness.NotReady) now).why());
                last = now;
            }
            if (stop.await(BETWEEN_CHECKS_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private static void say(PrintWriter err, String line) {
        err.println("vigie: " + line);
        err.flush();
    }

    /** The virtual machine stops when this returns; the stages must have stopped by then. */
    private static void awaitStop(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            if (!stopped.await(20, TimeUnit.SECONDS)) {
                System.err.println("vigie: did not stop within 20 s; what was under way is repeated at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<SourceDefinition> sources(ConfigFolder folder, StrictYaml yaml) {
        String file = folder.file(Sources.FILE).toString();
        String text = folder.read(Sources.FILE).orElseGet(Sources::shipped);
        return Sources.parse(file, text, yaml).sources();
    }

    private static RuleSet rules(ConfigFolder folder) {
        String file = folder.file(ThemeRules.FILE).toString();
        return folder.read(ThemeRules.FILE)
                .map(text -> {
                    RuleSelfTest.run(ThemeRules.parse(file, text)).requirePassed(file);
                    return RuleSet.of(text);
                })
                .orElseGet(ThemeRules::shipped);
    }
}
