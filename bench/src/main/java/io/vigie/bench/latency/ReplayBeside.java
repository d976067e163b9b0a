package io.vigie.bench.latency;

import io.vigie.audit.replay.Progress;
import io.vigie.audit.replay.Replay;
import io.vigie.audit.replay.ReplayRequest;
import io.vigie.audit.replay.ReplayResult;
import io.vigie.audit.replay.ReplayedAlerts;
import io.vigie.audit.topic.Bound;
import io.vigie.audit.topic.TopicAccess;
import io.vigie.bench.fleet.LocalKafka;
import io.vigie.bench.fleet.ServiceProcess;
import io.vigie.bench.press.Reports;
import io.vigie.bench.replay.Past;
import io.vigie.bench.replay.Threads;
import io.vigie.events.RuleSet;
import io.vigie.events.Topics;
import io.vigie.processor.watch.Classifier;
import io.vigie.processor.watch.ThemeRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;

/**
 * {@code vigie replay} in a process of its own, on the broker and the machine of live services: it reads a past that lies
 * there under another prefix, and begins again when it is through.
 */
final class ReplayBeside implements AutoCloseable {

    private static final String PREFIX = "past.";
    private static final int CHARACTERS = 3_000;
    private static final long BETWEEN_LOOKS_MILLIS = 200;

    private final ServiceProcess process;
    private final Thread watch = new Thread(this::goOn, "replay-watch");
    private volatile boolean over;
    private volatile boolean differs;

    private ReplayBeside(ServiceProcess process) {
        this.process = process;
    }

    /** Writes the past that is replayed later. */
    static void writePast(String bootstrap, int items) throws InterruptedException, ExecutionException {
        RuleSet rules = ThemeRules.shipped();
        try (LocalKafka kafka = LocalKafka.at(bootstrap);
                Classifier classifier = Classifier.of(rules);
                Threads threads = new Threads(Runtime.getRuntime().availableProcessors())) {
            new Past(new Reports(CHARACTERS), threads, classifier).write(kafka, kafka.topics(PREFIX), rules, items);
        }
    }

    /** Begins. */
    static ReplayBeside start(String bootstrap, Path folder) throws IOException {
        Path config = Files.createDirectories(folder.resolve("replay-conf"));
        Files.writeString(
                config.resolve("vigie.yaml"), "kafka:\n  bootstrap: %s\n  prefix: %s\n".formatted(bootstrap, PREFIX));
        List<String> command =
                List.of("io.vigie.cli.Vigie", "replay", "--from", "earliest", "--config", config.toString());
        ReplayBeside beside = new ReplayBeside(
                new ServiceProcess("replay", List.of("-Xmx512m"), command, Map.of(), folder).givingWay());
        beside.process.start();
        beside.watch.start();
        return beside;
    }

    private void goOn() {
        try {
            while (!over) {
                OptionalInt code = process.exitCode();
                if (code.isPresent()) {
                    if (code.getAsInt() != 0) {
                        differs = true;
                    }
                    process.start();
                }
                Thread.sleep(BETWEEN_LOOKS_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Ends it.
     *
     * @throws IllegalStateException when a replay did not come out identical
     */
    @Override
    public void close() {
        over = true;
        watch.interrupt();
        process.close();
        if (differs) {
            throw new IllegalStateException("a replay was not identical; see " + process.log());
        }
    }

    /**
     * Judges again what the live services have judged.
     *
     * @throws IllegalStateException when anything is not as they left it
     */
    static void verifyLive(String bootstrap, Path folder) throws IOException, InterruptedException {
        ReplayResult result = new Replay(new TopicAccess(Map.of("bootstrap.servers", bootstrap)), Topics.standard(), 1)
                .run(
                        ReplayRequest.classify(new Bound.Earliest(), new Bound.Latest(), "live", null, "bench"),
                        folder.resolve("live.jsonl"),
                        folder.resolve("live.checkpoint"),
                        Progress.NONE,
                        ReplayedAlerts.NONE);
        if (!result.identical() || result.totals().pending() > 0) {
            throw new IllegalStateException("what the services left is not whole: " + result.totals());
        }
    }
}
