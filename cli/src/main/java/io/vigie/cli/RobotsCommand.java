package io.vigie.cli;

import io.vigie.ingest.check.RobotsCheck;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie robots}: may this agent read this address? */
@Command(
        name = "robots",
        description = "Judges addresses by stored robots.txt files, lines robots.txt-path<TAB>url,"
                + " and prints allowed or disallowed a line.",
        mixinStandardHelpOptions = true)
final class RobotsCommand extends ListCommand {

    @Option(names = "--agent", required = true, paramLabel = "NAME", description = "product token, for example Vigie")
    @SuppressWarnings("NullAway.Init") // picocli refuses to run without it.
    private String agent;

    RobotsCommand() {
        super(Runtime.getRuntime().availableProcessors());
    }

    /** A robots.txt that cannot be read is one that does not answer: nothing is allowed (RFC 9309, 2.3.1.4). */
    @Override
    String answer(String line, Path list) {
        try {
            return RobotsCheck.word(new RobotsCheck(agent).allows(line, list));
        } catch (IOException e) {
            return RobotsCheck.word(false);
        }
    }
}
