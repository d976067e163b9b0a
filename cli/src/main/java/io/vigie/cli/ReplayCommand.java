package io.vigie.cli;

import io.vigie.audit.replay.AlertVerdict;
import io.vigie.audit.replay.Replay;
import io.vigie.audit.replay.ReplayRequest;
import io.vigie.audit.replay.ReplayResult;
import io.vigie.audit.replay.ReplayedAlerts;
import io.vigie.audit.replay.Stage;
import io.vigie.audit.replay.VerdictFile;
import io.vigie.audit.report.ReplayReport;
import io.vigie.audit.report.ReplaySummary;
import io.vigie.cli.terminal.ProgressBar;
import io.vigie.sink.elastic.AlertCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie replay}: judges a span of the item topic again; exit 1 when anything is not as recorded. */
@Command(
        name = "replay",
        description = "Judges items again, under the rules of their time or others, and says what differs.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Mixin
    private final EffortOptions effort = new EffortOptions();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "PLACE",
            description =
                    "where to begin: earliest, 2026-03-01, 2026-03-01T08:00:00Z, 30d (ago) or offsets by partition"
                            + " such as 0:120,1:95")
    @SuppressWarnings("NullAway.Init") // picocli refuses to run without it.
    private String from;

    @Option(
            names = "--to",
            paramLabel = "PLACE",
            defaultValue = "latest",
            description = "where to end, itself not included (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli gives the default.
    private String to;

    @Option(
            names = "--themes",
            paramLabel = "FILE|HASH",
            description = "rules to try; without, each item gets those of its time and must come out the same")
    private @Nullable String themes;

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            defaultValue = "classify",
            description = "classify begins with the text of the items, extract with their pages"
                    + " (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli gives the default.
    private Stage stage;

    @Option(
            names = "--into",
            paramLabel = "INDEX",
            description = "writes the alerts that the replay raises to a search index of its own")
    private @Nullable String into;

    @Option(names = "--report", paramLabel = "FILE", description = "writes a page for people")
    private @Nullable Path report;

    @Option(names = "--jsonl", paramLabel = "FILE", description = "writes one verdict a line")
    private @Nullable Path jsonl;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call.
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (into != null) {
            requireName(into);
        }
        Path verdicts = verdicts();
        Path checkpoint = verdicts.resolveSibling(verdicts.getFileName() + ".checkpoint");
        try (Archive topics = archive.open()) {
            ReplayResult result = replay(topics, verdicts, checkpoint);
            if (report != null) {
                try (Stream<AlertVerdict> lines = VerdictFile.read(verdicts)) {
                    ReplayReport.write(result, lines, report);
                }
            }
            Replay.forget(checkpoint);
            if (jsonl == null) {
                Files.deleteIfExists(verdicts);
            }
            spec.commandLine().getOut().print(ReplaySummary.of(result));
            spec.commandLine().getOut().flush();
            return result.identical() ? Vigie.DONE : Vigie.PROBLEMS;
        }
    }

    private void requireName(String index) {
        try {
            AlertCopy.requireName(index);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--into: " + e.getMessage(), e);
        }
    }

    private ReplayResult replay(Archive topics, Path verdicts, Path checkpoint)
            throws IOException, InterruptedException {
        Instant now = Instant.now();
        ReplayRequest request = new ReplayRequest(
                ArchiveOptions.bound(spec, from, now),
                ArchiveOptions.bound(spec, to, now),
                from + " to " + to,
                stage,
                themes == null ? null : GivenRules.find(themes, topics),
                into,
                Version.current());
        ReplayedAlerts alerts = into == null
                ? ReplayedAlerts.NONE
                : IndexedAlerts.into(
                        topics.elasticsearch(),
                        into,
                        request.key(topics.topics().pressItems()),
                        Files.exists(checkpoint));
        Replay replay = effort.replay(topics);
        try (ProgressBar bar = new ProgressBar("replay", spec.commandLine().getErr())) {
            return replay.run(request, verdicts, checkpoint, bar::at, alerts);
        }
    }

    /** Where the verdicts go: with a report beside it, so that a run that was killed finds them again. */
    private Path verdicts() throws IOException {
        if (jsonl != null) {
            return jsonl.toAbsolutePath();
        }
        return report == null
                ? Files.createTempFile("vigie-replay", ".jsonl")
                : report.toAbsolutePath().resolveSibling(report.getFileName() + ".jsonl");
    }
}
