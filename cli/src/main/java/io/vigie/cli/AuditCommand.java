package io.vigie.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code vigie audit …}: bundles that prove alerts without Kafka. */
@Command(
        name = "audit",
        description = "Exports what proves an alert, and verifies such a bundle.",
        mixinStandardHelpOptions = true,
        subcommands = {AuditExportCommand.class, AuditVerifyCommand.class, HelpCommand.class})
final class AuditCommand implements Runnable {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run.
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "name a command: export or verify");
    }
}
