package io.vigie.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigie.cli.config.VigieConfig;
import io.vigie.events.json.JsonCodec;
import io.vigie.ingest.check.FetchCheck;
import io.vigie.ingest.fetch.Fetcher;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie fetch}: asks for addresses the whole way. */
@Command(
        name = "fetch",
        description = "Fetches addresses, one a line, with robots.txt, guard, limits and redirects,"
                + " and prints what came of each as one JSON object a line.",
        mixinStandardHelpOptions = true)
final class FetchCommand extends ListCommand {

    private static final int AT_ONCE = 32;

    @Option(
            names = "--allow-private",
            description = "lets addresses stand on loopback or a private network; metadata services still not")
    private boolean allowPrivate;

    private final ObjectMapper json = JsonCodec.mapper();
    private final Fetcher fetcher = new Fetcher(VigieConfig.defaults().fetch().settings());

    FetchCommand() {
        super(AT_ONCE);
    }

    @Override
    public Integer call() throws Exception {
        try (fetcher) {
            return super.call();
        }
    }

    @Override
    String answer(String line, Path list) throws Exception {
        return json.writeValueAsString(new FetchCheck(fetcher, allowPrivate).answer(line));
    }
}
