package io.vigie.bench.replay;

import io.vigie.audit.replay.Progress;
import io.vigie.audit.replay.Replay;
import io.vigie.audit.replay.ReplayRequest;
import io.vigie.audit.replay.ReplayResult;
import io.vigie.audit.replay.ReplayedAlerts;
import io.vigie.audit.topic.Bound;
import io.vigie.audit.topic.TopicAccess;
import io.vigie.bench.fleet.LocalKafka;
import io.vigie.bench.press.Reports;
import io.vigie.bench.report.Comparison;
import io.vigie.bench.report.Figure.Role;
import io.vigie.bench.report.Report;
import io.vigie.bench.report.ReportOptions;
import io.vigie.bench.report.Trials;
import io.vigie.embedded.ScratchDirectory;
import io.vigie.events.PressItem;
import io.vigie.events.RuleSet;
import io.vigie.events.Topics;
import io.vigie.processor.watch.Classifier;
import io.vigie.processor.watch.ThemeRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench replay}. */
@Command(
        name = "replay",
        description = "Items replayed per second, beside the classifier alone; the heap meanwhile; a bundle's times.",
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {

    private static final int BULK_SHARE = 4;
    private static final int ALERTS = 1_000;
    private static final String ALONE = "the classifier alone";
    private static final String REPLAY = "vigie replay";

    @Option(names = "--items", defaultValue = "100000", description = "items to replay (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--characters",
            defaultValue = "3000",
            description = "length of an item's text (default: ${DEFAULT-VALUE})")
    private int characters;

    @Option(names = "--threads", defaultValue = "2", description = "that judge (default: ${DEFAULT-VALUE})")
    private int threads;

    @Option(names = "--rounds", defaultValue = "3", description = "rounds that count (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli makes it.
    private ReportOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        ScratchDirectory scratch = ScratchDirectory.create("vigie-replay");
        RuleSet rules = ThemeRules.shipped();
        Trials ofProcessor = new Trials();
        Trials onTheWall = new Trials();
        Trials memory = new Trials();
        Trials bundles = new Trials();
        int bundled = 0;
        try (LocalKafka kafka = LocalKafka.start(scratch.path().resolve("kafka"));
                Classifier classifier = Classifier.of(rules);
                Threads workers = new Threads(threads)) {
            Topics topics = kafka.topics("past.");
            Past past = new Past(new Reports(characters), workers, classifier);
            options.progress("writing " + count + " items");
            past.write(kafka, topics, rules, count);
            options.progress("a round that is not timed: it is the compiler's, and shows the heap");
            memory.add("before", Role.LIMIT, HeapWatch.live());
            HeapWatch heap = new HeapWatch();
            replay(kafka, topics, scratch.path(), heap);
            heap.mebibytes().forEach((place, mebibytes) -> memory.add(place, Role.OURS, mebibytes));
            for (int round = 1; round <= rounds; round++) {
                options.progress("round " + round + " of " + rounds);
                List<PressItem> items = past.items(0, Math.max(1, count / BULK_SHARE));
                Took bulk = Took.by(() -> workers.map(items, classifier::classify));
                ofProcessor.add(ALONE, Role.LIMIT, bulk.ofProcessor(items.size()));
                onTheWall.add(ALONE, Role.LIMIT, bulk.onTheWall(items.size()));
                Took replay = Took.by(() -> replay(kafka, topics, scratch.path(), Progress.NONE));
                ofProcessor.add(REPLAY, Role.OURS, replay.ofProcessor(count));
                onTheWall.add(REPLAY, Role.OURS, replay.onTheWall(count));
                Path bundle = scratch.path().resolve("bundle-" + round);
                BundleTimes times = BundleTimes.of(new TopicAccess(kafka.client()), topics, ALERTS, bundle);
                bundles.add("export", Role.OURS, times.export());
                bundles.add("verify", Role.OURS, times.verify());
                bundled = times.alerts();
            }
        }
        scratch.close();
        Report report = options.open();
        report.add(new Comparison(
                "Items judged per second of processor time, broker included", "items/s", ofProcessor.figures()));
        report.add(new Comparison(
                "Items judged per second by %d threads".formatted(threads), "items/s", onTheWall.figures()));
        report.add(new Comparison("Live heap of replay and broker, by how far it is", "MiB", memory.figures()));
        report.add(new Comparison("A bundle of %,d alerts".formatted(bundled), "s", bundles.figures()));
        options.keep(report);
        return 0;
    }

    private void replay(LocalKafka kafka, Topics topics, Path folder, Progress progress)
            throws IOException, InterruptedException {
        ReplayRequest request = ReplayRequest.classify(new Bound.Earliest(), new Bound.Latest(), "all", null, "bench");
        Path checkpoint = folder.resolve("checkpoint");
        ReplayResult result = new Replay(new TopicAccess(kafka.client()), topics, threads)
                .run(request, folder.resolve("verdicts.jsonl"), checkpoint, progress, ReplayedAlerts.NONE);
        Replay.forget(checkpoint);
        if (!result.identical() || result.totals().items() != count) {
            throw new IllegalStateException("the replay is not identical: " + result.totals());
        }
    }
}
