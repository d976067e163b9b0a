package io.vigie.cli;

import java.util.EnumSet;
import picocli.CommandLine.Command;

/** {@code vigie desk}. */
@Command(name = "desk", description = "Runs the desk alone, until it is told to stop.", mixinStandardHelpOptions = true)
final class DeskCommand extends RunCommand {

    DeskCommand() {
        super(EnumSet.of(Stage.DESK), false, 9468);
    }
}
