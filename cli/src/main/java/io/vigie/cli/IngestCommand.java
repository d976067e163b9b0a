package io.vigie.cli;

import java.util.EnumSet;
import picocli.CommandLine.Command;

/** {@code vigie ingest}. */
@Command(
        name = "ingest",
        description = "Runs the ingest stage alone, until it is told to stop.",
        mixinStandardHelpOptions = true)
final class IngestCommand extends RunCommand {

    IngestCommand() {
        super(EnumSet.of(Stage.INGEST), false, 9465);
    }
}
