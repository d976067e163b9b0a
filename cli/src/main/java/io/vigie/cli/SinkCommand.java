package io.vigie.cli;

import java.util.EnumSet;
import picocli.CommandLine.Command;

/** {@code vigie sink}. */
@Command(
        name = "sink",
        description = "Runs the sink stage alone, until it is told to stop.",
        mixinStandardHelpOptions = true)
final class SinkCommand extends RunCommand {

    SinkCommand() {
        super(EnumSet.of(Stage.SINK), false, 9467);
    }
}
