package io.vigie.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vigie.audit.erase.PageErasure;
import io.vigie.events.Erasure;
import io.vigie.events.json.JsonCodec;
import io.vigie.sink.elastic.AlertErasure;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie audit erase}: the right to erasure, for one page. */
@Command(
        name = "erase",
        description = {
            "Erases one page with its item and its alert, and writes down who had it done, when and why.",
            "First exclude its address in sources.yaml, or the watch reads it again. audit/README.md says what else"
                    + " keeps copies."
        },
        mixinStandardHelpOptions = true)
final class AuditEraseCommand implements Callable<Integer> {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Parameters(paramLabel = "ID|URL", description = "id of the item or alert, or the canonical address of the page")
    @SuppressWarnings("NullAway.Init") // picocli refuses to run without it.
    private String item;

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "who has it done")
    @SuppressWarnings("NullAway.Init") // picocli refuses to run without it.
    private String by;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "why, such as the number of the request; never what the page said: this is kept")
    @SuppressWarnings("NullAway.Init") // picocli refuses to run without it.
    private String reason;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call.
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        URI address = address();
        try (Archive opened = archive.open()) {
            TopicSetup.ensure(opened.topics(), opened.kafka());
            PageErasure pages = new PageErasure(opened.access(), opened.topics(), opened.kafka(), Clock.systemUTC());
            String id = ID.matcher(item).matches()
                    ? item
                    : pages.idOf(address)
                            .orElseThrow(() -> new IllegalArgumentException("no item has the address " + address));
            Erasure erasure = pages.erase(id, by, reason);
            long documents = AlertErasure.erase(opened.elasticsearch(), id);
            print(erasure, documents);
            return Vigie.DONE;
        } catch (IllegalArgumentException e) {
            spec.commandLine().getErr().println("vigie: " + e.getMessage());
            return Vigie.PROBLEMS;
        }
    }

    private void print(Erasure erasure, long documents) throws JsonProcessingException {
        spec.commandLine().getOut().println(JsonCodec.mapper().writeValueAsString(erasure));
        spec.commandLine().getOut().flush();
        spec.commandLine()
                .getErr()
                .println("vigie: erased, and " + documents + (documents == 1 ? " document" : " documents")
                        + " of the search index; bytes that logs keep until a segment falls out of them, and what else"
                        + " has copies, is in audit/README.md");
    }

    private URI address() {
        try {
            return URI.create(item);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "'" + item + "' is neither the id of an item nor an address", e);
        }
    }
}
