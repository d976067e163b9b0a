package io.vigie.bench.themes;

import io.vigie.bench.press.Reports;
import io.vigie.bench.report.Comparison;
import io.vigie.bench.report.Contest;
import io.vigie.bench.report.Figure;
import io.vigie.bench.report.Figure.Role;
import io.vigie.bench.report.Growth;
import io.vigie.bench.report.Report;
import io.vigie.bench.report.ReportOptions;
import io.vigie.events.RuleSet;
import io.vigie.processor.watch.Classifier;
import io.vigie.processor.watch.ThemeRules;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench themes}. */
@Command(
        name = "themes",
        description = "Items classified per second of processor time, by number of rules, beside plain tools.",
        mixinStandardHelpOptions = true)
public final class ThemesCommand implements Callable<Integer> {

    private static final String OURS = "Vigie";
    private static final int TEXTS = 40;

    @Option(
            names = "--rules",
            split = ",",
            defaultValue = "10,100,1000,10000",
            description = "sizes of the rule sets (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli gives the default.
    private List<Integer> sizes;

    @Option(
            names = "--characters",
            defaultValue = "3000",
            description = "length of an item's text (default: ${DEFAULT-VALUE})")
    private int characters;

    @Option(names = "--rounds", defaultValue = "5", description = "rounds that count (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--turn",
            defaultValue = "1000",
            description = "least processor time of a contender in a round, in ms (default: ${DEFAULT-VALUE})")
    private int turn;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli makes it.
    private ReportOptions options;

    @Override
    public Integer call() throws IOException {
        List<String> texts = texts(characters);
        Report report = options.open();
        report.add(new Comparison("Items classified per second of processor time", "items/s", shipped(texts)));
        SortedMap<Long, List<Figure>> speeds = new TreeMap<>();
        SortedMap<Long, List<Figure>> holding = new TreeMap<>();
        SortedMap<Long, List<Figure>> memory = new TreeMap<>();
        for (int size : sizes) {
            options.progress(size + " rules");
            List<PairRule> rules = PairRule.about(texts, size);
            RuleSet set = RuleSet.of(PairRule.yaml(rules));
            long before = usedMemory();
            try (Classifier classifier = Classifier.of(set)) {
                holding.put((long) size, List.of(new Figure(OURS, Role.OURS, List.of(held(classifier, texts)))));
                double bytes = Math.max(0, usedMemory() - before);
                memory.put((long) size, List.of(new Figure(OURS, Role.OURS, List.of(bytes / (1 << 20)))));
                speeds.put((long) size, speed(rules, classifier, texts));
            }
        }
        report.add(new Growth("Items classified per second of processor time", "items/s", "rules", speeds));
        report.add(new Growth("Rules that hold in an item", "rules", "rules", holding));
        report.add(new Growth("Heap that the rules take", "MiB", "rules", memory));
        options.keep(report);
        return 0;
    }

    /** Texts of items, in French; no two tell of one event. */
    static List<String> texts(int characters) {
        Reports press = new Reports(characters);
        return IntStream.range(0, TEXTS)
                .mapToObj(number -> press.item(3 * number, Instant.EPOCH).body())
                .toList();
    }

    private List<Figure> shipped(List<String> texts) {
        try (Classifier classifier = Classifier.of(ThemeRules.shipped())) {
            return contest(texts)
                    .enter("Vigie, the shipped rules", Role.OURS, each(texts, classify(classifier, "fr")))
                    .enter("the same, language detected", Role.OURS, each(texts, classify(classifier, "")))
                    .run();
        }
    }

    private List<Figure> speed(List<PairRule> rules, Classifier classifier, List<String> texts) {
        return contest(texts)
                .enter(OURS, Role.OURS, each(texts, classify(classifier, "fr")))
                .enter("Lucene Monitor, highlights", Role.PEER, each(texts, Peer.monitor(rules)))
                .enter("Aho-Corasick, words only", Role.PEER, each(texts, Peer.ahoCorasick(rules)))
                .enter("java.util.regex", Role.PEER, each(texts, Peer.regularExpressions(rules)))
                .run();
    }

    private Contest contest(List<String> texts) {
        return new Contest(rounds, Duration.ofMillis(turn))
                .enter("Lucene's analysis of the text alone", Role.LIMIT, each(texts, Peer.analysis()));
    }

    /** The number of themes that the classifier finds, of which an empty language is not known. */
    static ToIntFunction<String> classify(Classifier classifier, String language) {
        return text -> classifier
                .classify("", text, language.isEmpty() ? null : language)
                .themes()
                .size();
    }

    /** Rules that hold anywhere in a text, on average. */
    private static double held(Classifier classifier, List<String> texts) {
        return texts.stream()
                .mapToLong(text -> classifier.explain("", text, "fr").themes().stream()
                        .flatMap(theme -> theme.sentences().stream())
                        .flatMap(sentence -> sentence.rules().stream())
                        .distinct()
                        .count())
                .average()
                .orElse(0);
    }

    private static long usedMemory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** One text after the other, one a step, so that a slow contender ends its turn in time. */
    private static LongSupplier each(List<String> texts, ToIntFunction<String> work) {
        int[] next = new int[1];
        return () -> work.applyAsInt(texts.get(next[0]++ % texts.size())) == Integer.MIN_VALUE ? 0 : 1;
    }
}
