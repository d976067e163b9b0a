package io.vigie.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code vigie audit …}: what an auditor asks of the topics. */
@Command(
        name = "audit",
        description = "Proves alerts, shows what was known when, and erases a page on request.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AuditExportCommand.class,
            AuditVerifyCommand.class,
            AuditAlertsCommand.class,
            AuditEraseCommand.class,
            HelpCommand.class
        })
final class AuditCommand implements Runnable {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run.
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "name a command: export, verify, alerts or erase");
    }
}
