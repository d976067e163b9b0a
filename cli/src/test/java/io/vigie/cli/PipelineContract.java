package io.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.cli.demo.DemoPress;
import io.vigie.cli.demo.DemoSite;
import io.vigie.cli.demo.SeedSite;
import io.vigie.cli.operations.Meters;
import io.vigie.cli.terminal.AlertTable;
import io.vigie.cli.terminal.TerminalView;
import io.vigie.events.SourceDefinition;
import io.vigie.events.Topics;
import io.vigie.sink.elastic.AlertDocument;
import io.vigie.sink.elastic.AlertFilter;
import io.vigie.sink.elastic.AlertHit;
import io.vigie.sink.elastic.AlertQuery;
import io.vigie.sink.elastic.AlertReader;
import io.vigie.sink.elastic.AlertStoreException;
import io.vigie.sink.elastic.ElasticAlertReader;
import io.vigie.sink.elastic.ElasticClients;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the whole pipeline must do, whoever provides Kafka and Elasticsearch. Each test has topics of its own; the index
 * is shared, so tests look only at their own addresses.
 */
abstract class PipelineContract {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path data;

    /** Servers that are up for the whole class. */
    abstract Servers servers();

    @Test
    void theDemoPressIsReadWholeAndJudgedRight() throws Exception {
        try (DemoSite site = new DemoSite(DemoPress.load(), Clock.systemUTC())) {
            site.start();
            try (Meters metered = new Meters();
                    Pipeline pipeline = pipeline(new Topics("press."), site.sources(), metered.registry());
                    var client = ElasticClients.open(servers().elasticsearch())) {
                pipeline.start();
                StringWriter out = new StringWriter();
                DemoRun run = new DemoRun(
                        site,
                        new ElasticAlertReader(client),
                        new Throughput(metered.registry()),
                        new AlertTable(new TerminalView(120, false), ZoneOffset.UTC),
                        new PrintWriter(out));
                assertThat(run.untilThrough()).as("differences\n%s", out).isEmpty();
                assertThat(MonitoringFiles.metrics())
                        .as("what the alert rules and the dashboard ask for is measured")
                        .isSubsetOf(MonitoringFiles.metricsIn(metered.registry().scrape()));
            }
        }
    }

    @Test
    void realDocumentsGiveTheirThemesWithEvidenceVerbatim() throws Exception {
        try (SeedSite site = SeedSite.orSkip();
                Pipeline pipeline = pipeline(new Topics("seeds."), List.of(site.source()), new SimpleMeterRegistry());
                var client = ElasticClients.open(servers().elasticsearch())) {
            pipeline.start();
            AlertReader alerts = new ElasticAlertReader(client);
            await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(AlertStoreException.class) // while the index is being made
                    .untilAsserted(() -> assertThat(
                                    themesByAddress(alerts, site.themes().keySet()))
                            .isEqualTo(site.themes()));
            for (AlertDocument alert : found(alerts, site.themes().keySet())) {
                assertThat(alert.evidence())
                        .isNotEmpty()
                        .allSatisfy(evidence -> assertThat(
                                        textOf(alert, evidence).substring(evidence.start(), evidence.end()))
                                .isEqualTo(evidence.quote()));
            }
        }
    }

    @Test
    void aRestartRepeatsNothing() throws Exception {
        Topics topics = new Topics("again.");
        try (DemoSite site = new DemoSite(DemoPress.load(), Clock.systemUTC())) {
            site.start();
            site.publishAll();
            SimpleMeterRegistry first = new SimpleMeterRegistry();
            try (Pipeline pipeline = pipeline(topics, site.sources(), first)) {
                pipeline.start();
                await().atMost(PATIENCE).until(() -> site.unread().isEmpty() && new Throughput(first).isThrough());
            }
            long published = new Throughput(first).itemsPublished();
            assertThat(published).isEqualTo(site.published().size());

            SimpleMeterRegistry second = new SimpleMeterRegistry();
            try (Pipeline pipeline = pipeline(topics, site.sources(), second)) {
                pipeline.start();
                await().atMost(PATIENCE)
                        .until(() -> second.find("vigie.ingest.fetches").counters().stream()
                                        .mapToDouble(counter -> counter.count())
                                        .sum()
                                > site.sources().size());
            }
            assertThat(new Throughput(second).itemsPublished()).isZero();
        }
    }

    private Pipeline pipeline(Topics topics, List<SourceDefinition> sources, MeterRegistry meters) {
        Blueprint blueprint = Blueprints.shipped(topics, sources, data);
        return new Pipeline(EnumSet.allOf(Stage.class), blueprint, servers(), meters);
    }

    private static Map<URI, Set<String>> themesByAddress(AlertReader alerts, Set<URI> addresses) {
        return found(alerts, addresses).stream()
                .collect(Collectors.toMap(
                        AlertDocument::url,
                        alert -> alert.themes().stream()
                                .map(AlertDocument.ThemeScore::theme)
                                .collect(Collectors.toCollection(TreeSet::new))));
    }

    private static List<AlertDocument> found(AlertReader alerts, Set<URI> addresses) {
        return alerts.find(AlertQuery.first(AlertFilter.ALL, 200)).hits().stream()
                .map(AlertHit::alert)
                .filter(alert -> addresses.contains(alert.url()))
                .toList();
    }

    private static String textOf(AlertDocument alert, AlertDocument.ThemeEvidence evidence) {
        return switch (evidence.field()) {
            case HEADLINE -> alert.headline();
            case BODY -> alert.body();
        };
    }
}
