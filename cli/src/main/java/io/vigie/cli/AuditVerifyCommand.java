package io.vigie.cli;

import io.vigie.audit.bundle.BundleVerifier;
import io.vigie.audit.bundle.Finding;
import io.vigie.events.yaml.ConfigurationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie audit verify}: proves a bundle without Kafka; exit 1 with one line for each thing that does not hold. */
@Command(
        name = "verify",
        description =
                "Proves a bundle: every bit is as exported, and everything in it follows from its pages and rules.",
        mixinStandardHelpOptions = true)
final class AuditVerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "BUNDLE", description = "folder that `vigie audit export` made")
    @SuppressWarnings("NullAway.Init") // picocli refuses to run without it.
    private Path folder;

    @Option(names = "--root", paramLabel = "HEX", description = "Merkle root that was noted when the bundle was made")
    private @Nullable String root;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call.
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ConfigurationException(folder + ": no such folder");
        }
        BundleVerifier.Verification verified = BundleVerifier.verify(folder, root);
        PrintWriter out = spec.commandLine().getOut();
        for (Finding finding : verified.findings()) {
            out.println((finding.file() + ": " + finding.what()).replaceAll("\\p{Cntrl}", "?"));
        }
        if (verified.findings().isEmpty()) {
            out.println("holds: " + verified.alerts() + " alerts from " + verified.items() + " items, root "
                    + verified.root());
        }
        out.flush();
        String made = verified.software();
        if (made != null && !made.equals(Version.current())) {
            spec.commandLine()
                    .getErr()
                    .println("vigie: the bundle was made by version " + made + " and is verified by "
                            + Version.current());
        }
        return verified.findings().isEmpty() ? Vigie.DONE : Vigie.PROBLEMS;
    }
}
