package io.vigie.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigie.events.json.JsonCodec;
import io.vigie.ingest.check.ExtractCheck;
import java.nio.file.Path;
import picocli.CommandLine.Command;

/** {@code vigie extract}: reads stored pages. */
@Command(
        name = "extract",
        description = "Reads stored pages, lines path<TAB>url, and prints what each says as one JSON object a line.",
        mixinStandardHelpOptions = true)
final class ExtractCommand extends ListCommand {

    private final ObjectMapper json = JsonCodec.mapper();
    private final ExtractCheck check = new ExtractCheck();

    ExtractCommand() {
        super(Runtime.getRuntime().availableProcessors());
    }

    @Override
    String answer(String line, Path list) throws JsonProcessingException {
        return json.writeValueAsString(check.answer(line, list));
    }
}
