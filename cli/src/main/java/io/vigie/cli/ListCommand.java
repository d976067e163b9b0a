package io.vigie.cli;

import io.vigie.cli.config.ConfigFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * A command that answers every line of a file with one line, in order. Several lines are worked on at once, and no more
 * than twice as many wait to be printed, so that a long list needs no more memory than a short one.
 */
abstract class ListCommand implements Callable<Integer> {

    @Option(names = "--list", required = true, paramLabel = "FILE", description = "the lines to answer")
    @SuppressWarnings("NullAway.Init") // picocli refuses to run without it.
    private Path list;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call.
    private CommandLine.Model.CommandSpec spec;

    private final int atOnce;

    /**
     * A command.
     *
     * @param atOnce how many lines are worked on at once
     */
    ListCommand(int atOnce) {
        this.atOnce = atOnce;
    }

    /** What is printed for one line; called by several threads. A line that cannot be answered is answered so. */
    abstract String answer(String line, Path list) throws Exception;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Iterator<String> lines = ConfigFolder.readFile(list)
                .lines()
                .filter(line -> !line.isBlank())
                .iterator();
        ExecutorService workers = Executors.newFixedThreadPool(atOnce);
        try {
            Deque<Future<String>> answers = new ArrayDeque<>();
            while (lines.hasNext() || !answers.isEmpty()) {
                while (lines.hasNext() && answers.size() < 2 * atOnce) {
                    String line = lines.next();
                    answers.add(workers.submit(() -> answer(line, list)));
                }
                out.println(await(answers.remove()));
                out.flush();
            }
        } finally {
            workers.shutdownNow();
        }
        return Vigie.DONE;
    }

    private static String await(Future<String> answer) throws Exception {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
