package io.vigie.bench.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec.Target;

/** What every command that reports has in common: where the report goes, and how it speaks meanwhile. */
public final class ReportOptions {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "bench-report",
            description = "folder of the report (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli gives the default.
    private Path folder;

    @CommandLine.Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called.
    private CommandLine.Model.CommandSpec command;

    /** An empty report under the command's name, which prints on its standard output. */
    public Report open() {
        return new Report(command.name(), out());
    }

    /** Keeps a finished report in the folder. */
    public void keep(Report report) throws IOException {
        report.write(folder, Instant.now());
    }

    /** The command's standard output. */
    public PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** Says on standard error how far it is. */
    public void progress(String words) {
        PrintWriter err = command.commandLine().getErr();
        err.println(command.name() + ": " + words);
        err.flush();
    }
}
