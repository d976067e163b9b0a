package io.vigie.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigie.events.json.JsonCodec;
import io.vigie.ingest.check.DiscoverCheck;
import java.nio.file.Path;
import picocli.CommandLine.Command;

/** {@code vigie discover}: reads stored feeds, sitemaps and listings. */
@Command(
        name = "discover",
        description = "Reads stored feeds, sitemaps and listings, lines path<TAB>url<TAB>content-type?,"
                + " and prints the entries of each as one JSON object a line.",
        mixinStandardHelpOptions = true)
final class DiscoverCommand extends ListCommand {

    private final ObjectMapper json = JsonCodec.mapper();
    private final DiscoverCheck check = new DiscoverCheck();

    DiscoverCommand() {
        super(Runtime.getRuntime().availableProcessors());
    }

    @Override
    String answer(String line, Path list) throws JsonProcessingException {
        return json.writeValueAsString(check.answer(line, list));
    }
}
