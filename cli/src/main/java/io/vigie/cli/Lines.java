package io.vigie.cli;

import io.vigie.cli.config.ConfigFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** A command that answers every line of a file with one line, in order; a line that fails is answered with its error. */
abstract class Lines implements Callable<Integer> {

    @Option(names = "--list", required = true, paramLabel = "FILE", description = "the lines to answer")
    @SuppressWarnings("NullAway.Init") // picocli refuses to run without it.
    private Path list;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call.
    private CommandLine.Model.CommandSpec spec;

    /** What answers one line, made once. */
    abstract UnaryOperator<String> answerer() throws Exception;

    @Override
    public Integer call() throws Exception {
        UnaryOperator<String> answerer = answerer();
        PrintWriter out = spec.commandLine().getOut();
        ConfigFolder.readFile(list)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> out.println(answerer.apply(line)));
        out.flush();
        return Vigie.DONE;
    }
}
