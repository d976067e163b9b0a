package io.vigie.cli;

import io.vigie.audit.replay.Pace;
import io.vigie.audit.replay.Replay;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How much of the machine a replay may take. */
final class EffortOptions {

    @Option(names = "--threads", paramLabel = "N", description = "threads that judge (default: one a processor)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "items a second at most, beside live traffic that must not wait (default: no bound)")
    private @Nullable Double rate;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called.
    private CommandLine.Model.CommandSpec command;

    /**
     * A replay that keeps to it.
     *
     * @throws ParameterException when a number is not above 0
     */
    Replay replay(Archive topics) {
        if (threads < 1) {
            throw new ParameterException(command.commandLine(), "--threads: at least 1");
        }
        return new Replay(topics.access(), topics.topics(), threads, pace());
    }

    private Pace pace() {
        if (rate == null) {
            return Pace.free();
        }
        try {
            return Pace.perSecond(rate);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--rate: " + e.getMessage(), e);
        }
    }
}
