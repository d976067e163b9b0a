package io.vigie.cli;

import io.vigie.cli.demo.DemoPress;
import io.vigie.cli.demo.DemoSite;
import io.vigie.cli.demo.PressAddress;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie press}: the demonstration's press alone, for a pipeline that runs elsewhere. */
@Command(
        name = "press",
        description = "Serves the demonstration's press alone, so that an installation can be tried on it.",
        mixinStandardHelpOptions = true)
final class PressCommand implements Callable<Integer> {

    @Option(
            names = "--listen",
            defaultValue = "127.0.0.1",
            paramLabel = "ADDRESS",
            description = "address to listen on (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli gives the default.
    private String listen;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "name that its readers call it by (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli gives the default.
    private String host;

    @Option(
            names = "--port",
            defaultValue = "8100",
            description = "of the first outlet; every other has the next one (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--every",
            defaultValue = "2",
            paramLabel = "SECONDS",
            description = "pause between two publications (default: ${DEFAULT-VALUE})")
    private int every;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call.
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        CountDownLatch stop = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(stop::countDown, "stop"));
        try (DemoSite site = new DemoSite(DemoPress.load(), Clock.systemUTC(), new PressAddress(listen, host, port))) {
            site.start();
            err.println("vigie: press at " + site.base());
            err.flush();
            while (site.publishNext() && !stop.await(every, TimeUnit.SECONDS)) {
                // each turn publishes the next few
            }
            site.amend();
            stop.await();
        }
        return Vigie.DONE;
    }
}
