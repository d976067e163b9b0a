package io.vigie.bench.growth;

import io.vigie.bench.fleet.LocalKafka;
import io.vigie.bench.press.Reports;
import io.vigie.bench.report.Figure;
import io.vigie.bench.report.Figure.Role;
import io.vigie.bench.report.Growth;
import io.vigie.bench.report.Report;
import io.vigie.bench.report.ReportOptions;
import io.vigie.embedded.EmbeddedElasticsearch;
import io.vigie.embedded.ScratchDirectory;
import io.vigie.sink.elastic.ElasticSettings;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench growth}. */
@Command(
        name = "growth",
        description = "What an item costs when there are 10 and 100 times as many: in the stores and in the index.",
        mixinStandardHelpOptions = true)
public final class GrowthCommand implements Callable<Integer> {

    private static final double MEBIBYTE = 1 << 20;

    @Option(
            names = "--items",
            split = ",",
            defaultValue = "1000,10000,100000",
            description = "sizes, growing (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli gives the default.
    private List<Integer> sizes;

    @Option(
            names = "--characters",
            defaultValue = "1000",
            description = "length of an item's text (default: ${DEFAULT-VALUE})")
    private int characters;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli makes it.
    private ReportOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Report report = options.open();
        Reports press = new Reports(characters);
        ScratchDirectory scratch = ScratchDirectory.create("vigie-growth");
        try (LocalKafka kafka = LocalKafka.start(scratch.path().resolve("kafka"))) {
            StateGrowth state =
                    new StateGrowth(kafka, scratch.path().resolve("state"), press, sizes.get(sizes.size() - 1));
            SortedMap<Long, List<Figure>> speed = new TreeMap<>();
            SortedMap<Long, List<Figure>> bytes = new TreeMap<>();
            for (int size : sizes) {
                options.progress(size + " items in the stores");
                put(speed, size, "Vigie", state.growTo(size));
                put(bytes, size, "Vigie", state.bytes() / MEBIBYTE);
            }
            report.add(new Growth("Items a second through the processor", "items/s", "items in the stores", speed));
            report.add(new Growth("The processor's stores", "MiB", "items in the stores", bytes));
            index(kafka, scratch, press, report);
        }
        scratch.close();
        options.keep(report);
        return 0;
    }

    private void index(LocalKafka kafka, ScratchDirectory scratch, Reports press, Report report)
            throws IOException, InterruptedException {
        SortedMap<Long, List<Figure>> speed = new TreeMap<>();
        SortedMap<Long, List<Figure>> bytes = new TreeMap<>();
        SortedMap<Long, List<Figure>> search = new TreeMap<>();
        try (EmbeddedElasticsearch node = EmbeddedElasticsearch.at(
                                scratch.path().resolve("elasticsearch"))
                        .port(0)
                        .start();
                IndexGrowth index = IndexGrowth.on(kafka, ElasticSettings.at(node.uri()), press)) {
            for (int size : sizes) {
                options.progress(size + " alerts in the index");
                put(speed, size, "Vigie", index.growTo(size));
                put(bytes, size, "Vigie", index.bytes() / MEBIBYTE);
                search.put((long) size, List.of(new Figure("the desk's first page", Role.OURS, index.searches())));
            }
        }
        report.add(new Growth("Alerts indexed a second", "alerts/s", "alerts in the index", speed));
        report.add(new Growth("The index", "MiB", "alerts in the index", bytes));
        report.add(new Growth("A search", "ms", "alerts in the index", search));
    }

    private static void put(SortedMap<Long, List<Figure>> figures, int size, String name, double value) {
        figures.put((long) size, List.of(new Figure(name, Role.OURS, List.of(value))));
    }
}
