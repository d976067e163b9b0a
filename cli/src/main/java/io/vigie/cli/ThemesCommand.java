package io.vigie.cli;

import io.vigie.cli.config.ConfigFolder;
import io.vigie.processor.watch.RuleSelfTest;
import io.vigie.processor.watch.ThemeRules;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Parameters;

/** {@code vigie themes …}: what an author of rules needs. */
@Command(
        name = "themes",
        description = "Works on the rules of the themes.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ThemesHistoryCommand.class,
            ThemesShadowCommand.class,
            ThemesTrialCommand.class,
            HelpCommand.class
        })
final class ThemesCommand implements Runnable {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run.
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "name a command, for example test");
    }

    /** {@code vigie themes test}: runs the rules' own examples; exit 1 when one fails. */
    @Command(
            name = "test",
            description = "Runs the examples that the rules carry and prints a table.",
            mixinStandardHelpOptions = true)
    int test(
            @Parameters(arity = "0..1", paramLabel = "FILE", description = "rules to test instead of the shipped ones")
                    @Nullable
                    Path file) {
        String name = file == null ? ThemeRules.FILE : file.toString();
        String text = file == null ? ThemeRules.shipped().yaml() : ConfigFolder.readFile(file);
        RuleSelfTest.Report report = RuleSelfTest.run(ThemeRules.parse(name, text));
        spec.commandLine().getOut().println(report.table());
        spec.commandLine().getOut().flush();
        return report.failures().isEmpty() ? Vigie.DONE : Vigie.PROBLEMS;
    }
}
