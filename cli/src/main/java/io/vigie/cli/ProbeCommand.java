package io.vigie.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.cli.config.VigieConfig;
import io.vigie.events.json.JsonCodec;
import io.vigie.ingest.check.ProbeCheck;
import io.vigie.ingest.fetch.Fetcher;
import io.vigie.processor.watch.Classifier;
import io.vigie.processor.watch.ThemeRules;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie probe}: a dry run of one page or source, from robots.txt to themes with evidence. */
@Command(
        name = "probe",
        description = "Dry run of one page or source: robots, discovery, extraction, themes with evidence.",
        mixinStandardHelpOptions = true)
final class ProbeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "URL", description = "page, feed, sitemap or listing")
    @SuppressWarnings("NullAway.Init") // picocli refuses to run without it.
    private URI address;

    @Option(
            names = "--allow-private",
            description = "lets the address stand on loopback or a private network; metadata services still not")
    private boolean allowPrivate;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call.
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        ObjectMapper json = JsonCodec.mapper();
        try (Fetcher fetcher = new Fetcher(VigieConfig.defaults().fetch().settings());
                Classifier classifier = Classifier.of(ThemeRules.shipped())) {
            ProbeCheck.Probed probed = new ProbeCheck(fetcher, allowPrivate).answer(address);
            ObjectNode answer = json.valueToTree(probed);
            ProbeCheck.AsPage page = probed.page();
            if (page != null) {
                answer.set(
                        "classification",
                        json.valueToTree(classifier.classify(page.title(), page.text(), page.language())));
            }
            spec.commandLine()
                    .getOut()
                    .println(json.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
            spec.commandLine().getOut().flush();
            return probed.failed() ? Vigie.PROBLEMS : Vigie.DONE;
        }
    }
}
