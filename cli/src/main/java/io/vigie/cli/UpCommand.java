package io.vigie.cli;

import java.util.EnumSet;
import picocli.CommandLine.Command;

/** {@code vigie up}. */
@Command(
        name = "up",
        description = "Runs everything in one process, until it is told to stop.",
        mixinStandardHelpOptions = true)
final class UpCommand extends RunCommand {

    UpCommand() {
        super(EnumSet.allOf(Stage.class), true, 9464);
    }
}
