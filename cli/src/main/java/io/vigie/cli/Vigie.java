package io.vigie.cli;

import io.vigie.embedded.StartException;
import io.vigie.events.yaml.ConfigurationException;
import java.io.PrintWriter;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command {@code vigie}. Exit 0: done; 1: found problems; 2: wrong usage or configuration. */
@Command(
        name = "vigie",
        description = "Watches ministries, alliances and the press; alerts once, with the sentence that proves it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            IngestCommand.class,
            ProcessorCommand.class,
            SinkCommand.class,
            DeskCommand.class,
            ExtractCommand.class,
            DiscoverCommand.class,
            FetchCommand.class,
            RobotsCommand.class,
            ProbeCommand.class,
            ClassifyCommand.class,
            ClusterCommand.class,
            ThemesCommand.class,
            DeadLettersCommand.class,
            TransactionsCommand.class,
            ReplayCommand.class,
            ExplainCommand.class,
            BriefCommand.class,
            IndexCommand.class,
            PressCommand.class,
            AuditCommand.class,
            HelpCommand.class
        })
final class Vigie implements Runnable {

    static final int DONE = 0;
    static final int PROBLEMS = 1;
    static final int WRONG_USE = 2;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run.
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Vigie());
        line.setExecutionExceptionHandler((exception, command, parsed) -> report(exception, command.getErr()));
        return line;
    }

    /** No command was given: usage, on stderr. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "name a command");
    }

    /** One line for what the user can mend; a stack trace only for what is our fault. */
    private static int report(Exception exception, PrintWriter err) {
        if (exception instanceof ConfigurationException || exception instanceof StartException) {
            err.println("vigie: " + exception.getMessage());
            return WRONG_USE;
        }
        err.println("vigie: " + exception);
        LoggerFactory.getLogger(Vigie.class).atError().setCause(exception).log("command failed");
        return PROBLEMS;
    }
}
