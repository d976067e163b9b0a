package io.vigie.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vigie.audit.explain.Explained;
import io.vigie.audit.explain.Explainer;
import io.vigie.cli.terminal.ExplainedView;
import io.vigie.cli.terminal.TerminalView;
import io.vigie.events.json.JsonCodec;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie explain}: why it alerted; exit 1 when there is no such alert or it does not come out the same again. */
@Command(
        name = "explain",
        description = "Says why it alerted: rules, weights, evidence in context, provenance, latency.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Parameters(paramLabel = "ALERT-ID", description = "id of the alert")
    @SuppressWarnings("NullAway.Init") // picocli refuses to run without it.
    private String alertId;

    @Option(names = "--revision", paramLabel = "N", description = "revision to explain (default: the newest)")
    private @Nullable Integer revision;

    @Option(names = "--json", description = "prints JSON")
    private boolean json;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call.
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        try (Archive topics = archive.open()) {
            Optional<Explained> explained = new Explainer(topics.access(), topics.topics())
                    .explain(alertId, revision == null ? OptionalInt.empty() : OptionalInt.of(revision));
            if (explained.isEmpty()) {
                spec.commandLine()
                        .getErr()
                        .println("vigie: no such alert on " + topics.topics().alerts());
                return Vigie.PROBLEMS;
            }
            if (json) {
                out.println(JsonCodec.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(explained.get()));
            } else {
                new ExplainedView(TerminalView.detect()).print(explained.get(), out);
            }
            out.flush();
            return explained.get().reproduction() == Explained.Reproduction.DIFFERENT ? Vigie.PROBLEMS : Vigie.DONE;
        }
    }
}
