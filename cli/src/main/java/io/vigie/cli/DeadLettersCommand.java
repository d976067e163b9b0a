package io.vigie.cli;

import io.vigie.cli.config.ConfigFolder;
import io.vigie.cli.config.VigieConfig;
import io.vigie.events.Redrive;
import io.vigie.events.yaml.ConfigurationException;
import io.vigie.processor.deadletter.DeadLetterBox;
import io.vigie.processor.deadletter.DeadLetterBox.Outcome;
import io.vigie.processor.deadletter.StoredLetter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie dead-letters …}: what could not be handled, and putting it back. */
@Command(
        name = "dead-letters",
        description = "Lists and shows what could not be handled, and puts it back once it can be.",
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class)
final class DeadLettersCommand implements Runnable {

    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n]]");

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run.
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "name a command, for example list");
    }

    /** {@code vigie dead-letters list}: one line a letter, tabs between id, stage, place, cause, message and redrive. */
    @Command(name = "list", description = "Lists the letters, oldest first.", mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--config", required = true, paramLabel = "DIR", description = "configuration folder")
                    Path config,
            @Option(names = "--stage", description = "only letters of this stage, for example processor.processing")
                    @Nullable
                    String stage) {
        PrintWriter out = spec.commandLine().getOut();
        for (StoredLetter letter : box(config).list()) {
            if (stage == null || letter.letter().stage().equals(stage)) {
                out.println(line(letter));
            }
        }
        out.flush();
        return Vigie.DONE;
    }

    private static String line(StoredLetter stored) {
        var letter = stored.letter();
        Redrive redrive = stored.redrive();
        String message = letter.message() == null ? "" : letter.message();
        return String.join(
                "\t",
                stored.id(),
                letter.stage(),
                letter.topic() + "-" + letter.partition() + "@" + letter.offset(),
                safe(letter.cause()),
                safe(message),
                redrive == null ? "" : "put back " + redrive.at());
    }

    /** {@code vigie dead-letters show ID}: why, then the original bytes. */
    @Command(name = "show", description = "Shows one letter with its original text.", mixinStandardHelpOptions = true)
    int show(
            @Option(names = "--config", required = true, paramLabel = "DIR", description = "configuration folder")
                    Path config,
            @Parameters(paramLabel = "ID", description = "as listed, for example 2-17") String id) {
        PrintWriter out = spec.commandLine().getOut();
        List<StoredLetter> found = box(config).list().stream()
                .filter(letter -> letter.id().equals(id))
                .toList();
        for (StoredLetter letter : found) {
            out.println(line(letter));
            out.println("key\t" + text(letter.key()));
            out.println(text(letter.value()));
        }
        out.flush();
        return found.isEmpty() ? Vigie.PROBLEMS : Vigie.DONE;
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : safe(new String(bytes, StandardCharsets.UTF_8));
    }

    /** {@code vigie dead-letters redrive ID…}: puts letters back, each once; exit 1 when one could not be. */
    @Command(
            name = "redrive",
            description = "Puts letters back on the topic that they came from, each once.",
            mixinStandardHelpOptions = true)
    int redrive(
            @Option(names = "--config", required = true, paramLabel = "DIR", description = "configuration folder")
                    Path config,
            @Option(names = "--value", paramLabel = "FILE", description = "repaired value of a single letter") @Nullable
                    Path value,
            @Option(names = "--stage", description = "all letters of this stage") @Nullable String stage,
            @Parameters(arity = "0..*", paramLabel = "ID", description = "as listed") @Nullable List<String> ids) {
        DeadLetterBox box = box(config);
        Set<String> chosen = new TreeSet<>(ids == null ? List.of() : ids);
        if (stage != null) {
            chosen.addAll(box.list().stream()
                    .filter(letter -> letter.letter().stage().equals(stage) && letter.redrive() == null)
                    .map(StoredLetter::id)
                    .collect(Collectors.toSet()));
        }
        Map<String, Outcome> outcomes = new TreeMap<>(box.redrive(chosen, value == null ? null : bytes(value)));
        PrintWriter out = spec.commandLine().getOut();
        outcomes.forEach((id, outcome) -> out.println(id + "\t" + words(outcome)));
        out.flush();
        return outcomes.values().stream().allMatch(outcome -> outcome == Outcome.PUT_BACK)
                ? Vigie.DONE
                : Vigie.PROBLEMS;
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case PUT_BACK -> "put back";
            case ALREADY -> "was put back before";
            case UNKNOWN -> "no such letter";
            case REFUSED -> "comes from inside the stream: put back its item instead";
        };
    }

    /** What was fetched must not steer the terminal. */
    private static String safe(String text) {
        return UNSAFE.matcher(text).replaceAll("\uFFFD");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ConfigurationException(file + ": cannot be read; check that it exists and its permissions", e);
        }
    }

    private static DeadLetterBox box(Path config) {
        VigieConfig vigie = VigieConfig.load(new ConfigFolder(config), ConfigFolder.yaml());
        return new DeadLetterBox(vigie.kafka().topics(), Servers.remote(vigie).kafka(), Clock.systemUTC());
    }
}
