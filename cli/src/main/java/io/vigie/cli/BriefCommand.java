package io.vigie.cli;

import io.vigie.cli.config.ConfigFolder;
import io.vigie.cli.config.VigieConfig;
import io.vigie.desk.api.Filters;
import io.vigie.desk.brief.Brief;
import io.vigie.desk.brief.BriefHtml;
import io.vigie.desk.brief.BriefMaker;
import io.vigie.desk.brief.BriefMarkdown;
import io.vigie.desk.http.BadRequest;
import io.vigie.sink.elastic.ElasticAlertReader;
import io.vigie.sink.elastic.ElasticClients;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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

    @Option(names = "--config", paramLabel = "DIR", description = "folder with vigie.yaml (default: none)")
    private @Nullable Path config;

    @Option(
            names = "--since",
            paramLabel = "SPAN",
            defaultValue = "24h",
            description = "how far back, such as 90m, 24h or 7d (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli gives the default.
    private String since;

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
        VigieConfig vigie = config == null
                ? VigieConfig.defaults()
                : VigieConfig.load(new ConfigFolder(config), ConfigFolder.yaml());
        Instant now = Instant.now();
        PrintWriter out = spec.commandLine().getOut();
        try (Servers servers = Servers.remote(vigie);
                var client = ElasticClients.open(servers.elasticsearch())) {
            Brief brief = new BriefMaker(new ElasticAlertReader(client)).make(now.minus(span), now, language);
            out.print(print(brief, now));
            out.flush();
        }
        return Vigie.DONE;
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
