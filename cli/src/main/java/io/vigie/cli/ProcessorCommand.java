package io.vigie.cli;

import java.util.EnumSet;
import picocli.CommandLine.Command;

/** {@code vigie processor}. */
@Command(
        name = "processor",
        description = "Runs the processor stage alone, until it is told to stop.",
        mixinStandardHelpOptions = true)
final class ProcessorCommand extends RunCommand {

    ProcessorCommand() {
        super(EnumSet.of(Stage.PROCESSOR), false, 9466);
    }
}
