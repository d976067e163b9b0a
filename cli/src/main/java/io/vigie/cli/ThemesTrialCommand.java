package io.vigie.cli;

import io.vigie.events.RuleSet;
import io.vigie.processor.RuleSetPublisher;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie themes trial}: a second rule set classifies alongside the one in force, and nobody is told. */
@Command(
        name = "trial",
        description = "Puts rules on trial: the processor classifies with them too, into the topic of shadow alerts,"
                + " which nothing delivers.",
        mixinStandardHelpOptions = true)
final class ThemesTrialCommand implements Callable<Integer> {

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Parameters(arity = "0..1", paramLabel = "FILE|HASH", description = "rules to try")
    private @Nullable String themes;

    @Option(names = "--end", description = "ends the trial")
    private boolean end;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call.
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if ((themes == null) != end) {
            throw new CommandLine.ParameterException(spec.commandLine(), "say either FILE|HASH or --end");
        }
        try (Archive opened = archive.open()) {
            RuleSetPublisher publisher = new RuleSetPublisher(opened.topics(), opened.kafka());
            if (themes == null) {
                publisher.endTrial();
            } else {
                TopicSetup.ensure(opened.topics(), opened.kafka());
                RuleSet set = GivenRules.find(themes, opened);
                publisher.tryOut(set);
                spec.commandLine().getOut().println(set.hash());
                spec.commandLine().getOut().flush();
            }
        }
        return Vigie.DONE;
    }
}
