package io.vigie.cli;

import io.vigie.audit.bundle.BundleExport;
import io.vigie.audit.bundle.Manifest;
import io.vigie.audit.bundle.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie audit export}: pages, items, rules, alerts and deliveries into one folder; prints its root. */
@Command(
        name = "export",
        description = "Writes pages, items, rules, alerts and deliveries into a folder, and prints its Merkle root.",
        mixinStandardHelpOptions = true)
final class AuditExportCommand implements Callable<Integer> {

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Option(names = "--alert", paramLabel = "ID", description = "an alert with all its revisions; may be repeated")
    private List<String> alerts = List.of();

    @Option(names = "--from", paramLabel = "PLACE", description = "alerts from there, see `vigie replay --help`")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "PLACE",
            defaultValue = "latest",
            description = "alerts up to there, itself not included (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli gives the default.
    private String to;

    @Option(names = "-o", required = true, paramLabel = "DIR", description = "folder to be made")
    @SuppressWarnings("NullAway.Init") // picocli refuses to run without it.
    private Path folder;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call.
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Selection selection = selection();
        try (Archive topics = archive.open()) {
            Manifest manifest =
                    new BundleExport(topics.access(), topics.topics(), Version.current()).write(selection, folder);
            spec.commandLine().getOut().println(manifest.root());
            spec.commandLine().getOut().flush();
            return Vigie.DONE;
        } catch (IllegalArgumentException e) {
            spec.commandLine().getErr().println("vigie: " + e.getMessage());
            return Vigie.PROBLEMS;
        }
    }

    private Selection selection() {
        if (alerts.isEmpty() == (from == null)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "say either --alert ID or --from PLACE");
        }
        if (from == null) {
            return new Selection.Alerts(Set.copyOf(alerts));
        }
        Instant now = Instant.now();
        return new Selection.Range(
                ArchiveOptions.bound(spec, from, now),
                ArchiveOptions.bound(spec, to, now),
                "alerts from " + from + " to " + to);
    }
}
