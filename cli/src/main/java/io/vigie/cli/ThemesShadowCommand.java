package io.vigie.cli;

import io.vigie.audit.replay.AlertVerdict;
import io.vigie.audit.replay.Replay;
import io.vigie.audit.replay.ReplayRequest;
import io.vigie.audit.replay.ReplayResult;
import io.vigie.audit.replay.ReplayedAlerts;
import io.vigie.audit.replay.VerdictFile;
import io.vigie.audit.report.ReplaySummary;
import io.vigie.audit.report.SentenceList;
import io.vigie.audit.topic.Bound;
import io.vigie.cli.terminal.ProgressBar;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie themes shadow}: what other rules would have gained and lost, with the sentences; exit 1 when anything. */
@Command(
        name = "shadow",
        description =
                "Says what other rules would have gained and lost, with the sentences, before they are activated.",
        mixinStandardHelpOptions = true)
final class ThemesShadowCommand implements Callable<Integer> {

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Mixin
    private final EffortOptions effort = new EffortOptions();

    @Parameters(paramLabel = "FILE|HASH", description = "rules to try")
    @SuppressWarnings("NullAway.Init") // picocli refuses to run without it.
    private String themes;

    @Option(
            names = "--last",
            paramLabel = "TIME",
            defaultValue = "30d",
            description = "how far back, such as 30d or 12h (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli gives the default.
    private String last;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call.
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path verdicts = Files.createTempFile("vigie-shadow", ".jsonl");
        Path checkpoint = verdicts.resolveSibling(verdicts.getFileName() + ".checkpoint");
        try (Archive topics = archive.open()) {
            ReplayRequest request = ReplayRequest.classify(
                    ArchiveOptions.bound(spec, last, Instant.now()),
                    new Bound.Latest(),
                    "the last " + last,
                    GivenRules.find(themes, topics),
                    Version.current());
            ReplayResult result = replay(topics, request, verdicts, checkpoint);
            PrintWriter out = spec.commandLine().getOut();
            try (Stream<AlertVerdict> lines = VerdictFile.read(verdicts)) {
                lines.filter(AlertVerdict::differs).forEach(line -> out.print(SentenceList.of(line)));
            }
            out.print(ReplaySummary.of(result));
            out.flush();
            return result.identical() ? Vigie.DONE : Vigie.PROBLEMS;
        } finally {
            Replay.forget(checkpoint);
            Files.deleteIfExists(verdicts);
        }
    }

    private ReplayResult replay(Archive topics, ReplayRequest request, Path verdicts, Path checkpoint)
            throws IOException, InterruptedException {
        try (ProgressBar bar = new ProgressBar("shadow", spec.commandLine().getErr())) {
            return effort.replay(topics).run(request, verdicts, checkpoint, bar::at, ReplayedAlerts.NONE);
        }
    }
}
