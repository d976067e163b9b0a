package io.vigie.cli;

import io.vigie.processor.story.ClusterLine;
import io.vigie.processor.story.Fingerprinter;
import io.vigie.processor.story.StorySettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code vigie cluster}: items as JSON lines on stdin, the story of each as JSON lines on stdout once stdin ends. */
@Command(
        name = "cluster",
        description = "Reads items as JSON lines and prints which of them tell the same story.",
        mixinStandardHelpOptions = true)
final class ClusterCommand implements Callable<Integer> {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call.
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ClusterLine cluster = new ClusterLine(StorySettings.defaults(), new Fingerprinter());
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String json = in.readLine(); json != null; json = in.readLine()) {
                if (!json.isBlank()) {
                    cluster.take(json);
                }
            }
        }
        cluster.answers().forEach(out::println);
        out.flush();
        return Vigie.DONE;
    }
}
