package io.vigie.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigie.audit.explain.RuleSetUse;
import io.vigie.events.json.JsonCodec;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie themes history}: the rule sets that there were and what each has raised; exit 1 when one is gone. */
@Command(
        name = "history",
        description = "Lists the rule sets that were published, and the alerts that each has raised.",
        mixinStandardHelpOptions = true)
final class ThemesHistoryCommand implements Callable<Integer> {

    /** 78 columns; what stands for a hash is enough to name the set. */
    private static final String ROW = "%-1s %-12s  %-16s  %7s  %-16s  %-16s%n";

    private static final int ABBREVIATED = 12;
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Option(names = "--json", description = "prints one JSON object a line")
    private boolean json;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call.
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        try (Archive topics = archive.open()) {
            List<RuleSetUse> history = RuleSetUse.history(topics.access(), topics.topics());
            if (json) {
                ObjectMapper mapper = JsonCodec.mapper();
                for (RuleSetUse use : history) {
                    out.println(mapper.writeValueAsString(use));
                }
            } else {
                out.format(Locale.ROOT, ROW, "", "RULE SET", "PUBLISHED, UTC", "ALERTS", "FIRST", "LAST");
                history.forEach(use -> row(use, out));
                out.println("* in force");
            }
            out.flush();
            boolean gone = history.stream().anyMatch(use -> use.published() == null);
            return gone ? Vigie.PROBLEMS : Vigie.DONE;
        }
    }

    private static void row(RuleSetUse use, PrintWriter out) {
        out.format(
                Locale.ROOT,
                ROW,
                use.active() ? "*" : "",
                use.hash().substring(0, Math.min(ABBREVIATED, use.hash().length())),
                use.published() == null ? "gone" : MINUTES.format(use.published()),
                use.alerts(),
                minutes(use.first()),
                minutes(use.last()));
    }

    private static String minutes(@Nullable Instant time) {
        return time == null ? "" : MINUTES.format(time);
    }
}
