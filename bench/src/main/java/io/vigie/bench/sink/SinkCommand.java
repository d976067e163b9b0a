package io.vigie.bench.sink;

import io.vigie.bench.fleet.LocalKafka;
import io.vigie.bench.press.AlertWriter;
import io.vigie.bench.press.Reports;
import io.vigie.bench.report.Comparison;
import io.vigie.bench.report.Figure.Role;
import io.vigie.bench.report.Report;
import io.vigie.bench.report.ReportOptions;
import io.vigie.bench.report.Trials;
import io.vigie.embedded.EmbeddedElasticsearch;
import io.vigie.embedded.ScratchDirectory;
import io.vigie.events.Alert;
import io.vigie.processor.watch.Classifier;
import io.vigie.processor.watch.ThemeRules;
import io.vigie.sink.elastic.ElasticSettings;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench sink}. */
@Command(
        name = "sink",
        description =
                "Alerts a second from their topic into the index, beside raw bulks of the same documents and Apache Camel.",
        mixinStandardHelpOptions = true)
public final class SinkCommand implements Callable<Integer> {

    private static final int WARM_UP_SHARE = 4;

    @Option(names = "--alerts", defaultValue = "20000", description = "alerts a run (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--characters",
            defaultValue = "1300",
            description = "length of an alert's text (default: ${DEFAULT-VALUE})")
    private int characters;

    @Option(names = "--rounds", defaultValue = "5", description = "rounds that count (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli makes it.
    private ReportOptions options;

    @Override
    public Integer call() throws Exception {
        options.progress("writing " + count + " alerts");
        List<Alert> alerts = alerts();
        ScratchDirectory scratch = ScratchDirectory.create("vigie-sink");
        Trials trials = new Trials();
        try (EmbeddedElasticsearch node = EmbeddedElasticsearch.at(
                                scratch.path().resolve("elasticsearch"))
                        .port(0)
                        .start();
                LocalKafka kafka = LocalKafka.start(scratch.path().resolve("kafka"))) {
            SinkRun run = new SinkRun(ElasticSettings.at(node.uri()), kafka);
            List<Alert> few = alerts.subList(0, Math.max(1, count / WARM_UP_SHARE));
            run.rawBulks(few);
            run.camel(few);
            run.sink(few);
            for (int round = 1; round <= rounds; round++) {
                options.progress("round " + round + " of " + rounds);
                trials.add("raw bulks", Role.LIMIT, run.rawBulks(alerts));
                trials.add("Apache Camel", Role.PEER, run.camel(alerts));
                trials.add("Vigie", Role.OURS, run.sink(alerts));
            }
        }
        scratch.close();
        Report report = options.open();
        report.add(new Comparison("Alerts indexed a second", "alerts/s", trials.figures()));
        options.keep(report);
        return 0;
    }

    private List<Alert> alerts() {
        try (Classifier classifier = Classifier.of(ThemeRules.shipped())) {
            return AlertWriter.alerts(new Reports(characters), classifier, Instant.now())
                    .limit(count)
                    .toList();
        }
    }
}
