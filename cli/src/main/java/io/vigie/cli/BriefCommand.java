package io.vigie.cli;

import io.vigie.audit.asof.AlertsAsOf;
import io.vigie.desk.api.Filters;
import io.vigie.desk.brief.Brief;
import io.vigie.desk.brief.BriefHtml;
import io.vigie.desk.brief.BriefMaker;
import io.vigie.desk.brief.BriefMarkdown;
import io.vigie.desk.http.BadRequest;
import io.vigie.sink.elastic.AlertDocument;
import io.vigie.sink.elastic.ElasticAlertReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie brief}: the stories of a span of time, on stdout. */
@Command(
        name = "brief",
        description = "Prints the stories of the last hours by theme, with evidence and links.",
        mixinStandardHelpOptions = true)
final class BriefCommand implements Callable<Integer> {

    /** What is printed. */
    enum Format {
        HTML,
        MD,
        PDF_READY;

        /** As on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Option(
            names = "--since",
            paramLabel = "SPAN",
            defaultValue = "24h",
            description = "how far back, such as 90m, 24h or 7d (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli gives the default.
    private String since;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description =
                    "as it would have been printed then, from the topics: 2026-03-01, 2026-03-01T08:00:00Z or 30d")
    private @Nullable String asOf;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            defaultValue = "en",
            description = "fr or en (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli gives the default.
    private String language;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "md",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli gives the default.
    private Format format;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call.
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Duration span = span();
        Instant now = Instant.now();
        Instant to = asOf == null ? now : ArchiveOptions.moment(spec, asOf, now);
        PrintWriter out = spec.commandLine().getOut();
        try (Archive opened = archive.open()) {
            Brief brief = asOf == null
                    ? new BriefMaker(new ElasticAlertReader(opened.elasticsearch())).make(to.minus(span), to, language)
                    : known(opened, to.minus(span), to);
            out.print(print(brief, now));
            out.flush();
        }
        return Vigie.DONE;
    }

    /** What the index held at that moment. */
    private Brief known(Archive opened, Instant from, Instant to) {
        List<AlertDocument> alerts = new ArrayList<>();
        new AlertsAsOf(opened.access(), opened.topics()).forEach(to, alert -> {
            if (!alert.detectedAt().isBefore(from)) {
                alerts.add(AlertDocument.of(alert, AlertsAsOf.raisedAt(alert)));
            }
        });
        return BriefMaker.of(alerts, from, to, language);
    }

    private Duration span() {
        try {
            return Filters.span("--since", since);
        } catch (BadRequest e) {
            throw new CommandLine.ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    private String print(Brief brief, Instant now) {
        ZoneId zone = ZoneId.systemDefault();
        return switch (format) {
            case MD -> BriefMarkdown.print(brief, language, zone, now);
            case HTML -> BriefHtml.print(brief, language, zone, now, BriefHtml.Medium.SCREEN);
            case PDF_READY -> BriefHtml.print(brief, language, zone, now, BriefHtml.Medium.PAPER);
        };
    }
}
