package io.vigie.cli;

import io.vigie.cli.config.ConfigFolder;
import io.vigie.events.RuleSet;
import io.vigie.processor.watch.Classifier;
import io.vigie.processor.watch.ClassifyLine;
import io.vigie.processor.watch.ThemeRules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie classify}: items as JSON lines on stdin, themes with evidence as JSON lines on stdout. */
@Command(
        name = "classify",
        description = "Reads items as JSON lines and prints their themes with evidence.",
        mixinStandardHelpOptions = true)
final class ClassifyCommand implements Callable<Integer> {

    @Option(names = "--themes", paramLabel = "FILE", description = "rules to use instead of the shipped ones")
    private @Nullable Path themes;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call.
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Classifier classifier = Classifier.of(rules());
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            ClassifyLine line = new ClassifyLine(classifier);
            for (String json = in.readLine(); json != null; json = in.readLine()) {
                if (!json.isBlank()) {
                    out.println(line.answer(json));
                }
            }
        }
        out.flush();
        return Vigie.DONE;
    }

    private RuleSet rules() {
        if (themes == null) {
            return ThemeRules.shipped();
        }
        String text = ConfigFolder.readFile(themes);
        ThemeRules.parse(themes.toString(), text);
        return RuleSet.of(text);
    }
}
