package io.vigie.cli;

import io.vigie.audit.asof.AlertsAsOf;
import io.vigie.audit.replay.ReplayedAlerts;
import io.vigie.events.Alert;
import io.vigie.events.json.JsonCodec;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie audit alerts}: the alerts of a past moment, one JSON object a line. */
@Command(
        name = "alerts",
        description =
                "Prints what the desk knew at a moment: of each alert the revision that stood then, as JSON lines.",
        mixinStandardHelpOptions = true)
final class AuditAlertsCommand implements Callable<Integer> {

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "TIME",
            description = "the moment: 2026-03-01, 2026-03-01T08:00:00Z, or 30d (ago)")
    @SuppressWarnings("NullAway.Init") // picocli refuses to run without it.
    private String asOf;

    @Option(
            names = "--into",
            paramLabel = "INDEX",
            description = "writes them to a search index of its own instead, to be looked at with other tools")
    private @Nullable String into;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call.
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Instant moment = ArchiveOptions.moment(spec, asOf, Instant.now());
        try (Archive opened = archive.open()) {
            ReplayedAlerts alerts = into == null
                    ? new Printed(spec.commandLine().getOut(), JsonCodec.of(Alert.class))
                    : IndexedAlerts.into(opened.elasticsearch(), into, "alerts as of " + moment, false);
            new AlertsAsOf(opened.access(), opened.topics()).forEach(moment, alert -> add(alerts, alert));
            alerts.flush();
        }
        return Vigie.DONE;
    }

    private static void add(ReplayedAlerts alerts, Alert alert) {
        try {
            alerts.add(alert);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Printed(PrintWriter out, JsonCodec<Alert> codec) implements ReplayedAlerts {

        @Override
        public void add(Alert alert) {
            out.println(new String(codec.encode(alert), StandardCharsets.UTF_8));
        }

        @Override
        public void flush() {
            out.flush();
        }
    }
}
