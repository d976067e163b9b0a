package io.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.audit.replay.AlertVerdict;
import io.vigie.audit.replay.Verdict;
import io.vigie.audit.replay.VerdictFile;
import io.vigie.cli.demo.DemoPress;
import io.vigie.cli.demo.DemoSite;
import io.vigie.embedded.EmbeddedServers;
import io.vigie.events.Alert;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import io.vigie.processor.watch.ThemeRules;
import io.vigie.sink.elastic.ElasticClients;
import io.vigie.sink.elastic.ElasticSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The commands of an auditor, on what the demonstration's press left behind: one page was edited, one taken down. */
@SuppressWarnings("NullAway.Init") // JUnit calls watch() before anything else.
class AuditCommandsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String HARMLESS = """
            themes:
              - id: defence-industry
                name: {en: Defence industry}
                threshold: 0.5
                rules:
                  - {id: rain, weight: 1, sentence: rainmaker}
            """;

    @TempDir
    private static Path data;

    private static EmbeddedServers servers;
    private static ElasticsearchClient index;
    private static List<Alert> alerts;

    @TempDir
    private Path folder;

    private record Told(int exit, String out, String err) {}

    @BeforeAll
    static void watch() throws Exception {
        servers = EmbeddedServers.start(data, 0, 0);
        index = ElasticClients.open(ElasticSettings.at(servers.elasticsearchUri()));
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Throughput throughput = new Throughput(meters);
        try (DemoSite site = new DemoSite(DemoPress.load(), Clock.systemUTC())) {
            site.start();
            Blueprint blueprint = Blueprints.shipped(Topics.standard(), site.sources(), data);
            Map<String, String> kafka = Map.of("bootstrap.servers", servers.bootstrapServers());
            try (Pipeline pipeline = new Pipeline(
                    EnumSet.complementOf(EnumSet.of(Stage.DESK)),
                    blueprint,
                    Servers.at(kafka, ElasticSettings.at(servers.elasticsearchUri())),
                    meters)) {
                pipeline.start();
                site.publishAll();
                await().atMost(PATIENCE).until(() -> site.unread().isEmpty() && throughput.isThrough());
                long first = throughput.itemsPublished();
                site.amend();
                await().atMost(PATIENCE)
                        .until(() -> throughput.itemsPublished() == first + 2 && throughput.isThrough());
            }
        }
        Files.writeString(
                data.resolve("vigie.yaml"), """
                kafka: {bootstrap: "%s"}
                elasticsearch: {url: "%s"}
                """.formatted(servers.bootstrapServers(), servers.elasticsearchUri()));
        Told told = vigie("audit", "alerts", "--as-of", "0h");
        assertThat(told.exit()).isZero();
        JsonCodec<Alert> codec = JsonCodec.of(Alert.class);
        alerts = told.out()
                .lines()
                .map(line -> codec.decode(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    @AfterAll
    static void stop() throws Exception {
        index.close();
        servers.close();
    }

    @Test
    void replayUnderTheRulesOfTheirTimeComesOutTheSame() throws IOException {
        Path lines = folder.resolve("verdicts.jsonl");
        Path report = folder.resolve("report.html");
        Told told = vigie("replay", "--from", "earliest", "--jsonl", lines.toString(), "--report", report.toString());
        assertThat(told.exit()).as(told.out() + told.err()).isZero();
        assertThat(verdicts(lines)).isNotEmpty().allMatch(line -> line.verdict() == Verdict.IDENTICAL);
        assertThat(report).content().contains("<html");
        assertThat(lines.resolveSibling("verdicts.jsonl.checkpoint")).doesNotExist();
    }

    @Test
    void pagesReadAgainGiveTheSameItems() {
        Told told = vigie("replay", "--from", "earliest", "--stage", "extract");
        assertThat(told.exit()).as(told.out() + told.err()).isZero();
    }

    @Test
    void replayUnderOtherRulesSaysWhatWouldBeLostAndExitsWithOne() throws IOException {
        Path lines = folder.resolve("verdicts.jsonl");
        Told told =
                vigie("replay", "--from", "earliest", "--themes", harmless().toString(), "--jsonl", lines.toString());
        assertThat(told.exit()).isEqualTo(Vigie.PROBLEMS);
        assertThat(verdicts(lines))
                .filteredOn(line -> line.verdict() == Verdict.LOST)
                .isNotEmpty();
    }

    @Test
    void aPacedReplayFillsAnIndexOfItsOwnAndLeavesTheAlertsAlone() throws IOException {
        long before = documents("vigie-alerts");
        Told told = vigie("replay", "--from", "earliest", "--rate", "40", "--threads", "1", "--into", "replayed");
        assertThat(told.exit()).as(told.out() + told.err()).isZero();
        assertThat(documents("replayed")).isEqualTo(alerts.size());
        assertThat(documents("vigie-alerts")).isEqualTo(before);
    }

    @Test
    void shadowQuotesTheSentencesThatWouldBeLost() throws IOException {
        Told told = vigie("themes", "shadow", harmless().toString(), "--last", "2d");
        assertThat(told.exit()).isEqualTo(Vigie.PROBLEMS);
        assertThat(told.out())
                .contains(alert().themes().get(0).evidence().get(0).quote());
    }

    @Test
    void shadowOfTheRulesInForceFindsNothing() throws IOException {
        Path same = Files.writeString(
                folder.resolve("themes.yaml"), ThemeRules.shipped().yaml());
        Told told = vigie("themes", "shadow", same.toString(), "--last", "2d");
        assertThat(told.exit()).as(told.out() + told.err()).isZero();
    }

    @Test
    void aBundleHoldsUntilOneBitIsFlipped() throws IOException {
        Path bundle = folder.resolve("bundle");
        Told exported = vigie("audit", "export", "--from", "earliest", "-o", bundle.toString());
        assertThat(exported.exit()).as(exported.err()).isZero();
        String root = exported.out().strip();
        Told verified = vigie("audit", "verify", bundle.toString(), "--root", root);
        assertThat(verified.exit()).as(verified.out()).isZero();
        assertThat(verified.out()).contains("holds: ", root);
        for (Path file : files(bundle)) {
            byte[] bytes = Files.readAllBytes(file);
            byte[] flipped = bytes.clone();
            flipped[flipped.length / 2] ^= 1;
            Files.write(file, flipped);
            assertThat(vigie("audit", "verify", bundle.toString(), "--root", root)
                            .exit())
                    .as("a bit of %s", file.getFileName())
                    .isEqualTo(Vigie.PROBLEMS);
            Files.write(file, bytes);
        }
    }

    @Test
    void explainGivesRuleAndSentence() {
        Told told = vigie("explain", alert().alertId());
        assertThat(told.exit()).as(told.err()).isZero();
        assertThat(told.out())
                .contains(alert().themes().get(0).evidence().get(0).rule());
        assertThat(vigie("explain", "0".repeat(64)).exit()).isEqualTo(Vigie.PROBLEMS);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "replay --from earliest --rate 0, --rate",
        "replay --from earliest --threads 0, --threads",
        "replay --from yesterday, yesterday",
        "replay --from earliest --into vigie-alerts, --into",
        "replay --from earliest --into UPPER, --into",
        "replay --from earliest --themes nowhere.yaml, nowhere.yaml",
        "themes shadow nowhere.yaml --last 2d, nowhere.yaml",
        "audit export -o bundle, --alert",
        "audit verify nowhere, nowhere"
    })
    void refusesWhatItCannotDo(String arguments, String named) {
        Told told = vigie(arguments.split(" "));
        assertThat(told.exit()).isEqualTo(Vigie.WRONG_USE);
        assertThat(told.err()).contains(named);
    }

    private static Alert alert() {
        return alerts.stream()
                .filter(alert -> alert.status() == Alert.Status.NEW)
                .findFirst()
                .orElseThrow();
    }

    private Path harmless() throws IOException {
        return Files.writeString(folder.resolve("harmless.yaml"), HARMLESS);
    }

    private static long documents(String name) throws IOException {
        index.indices().refresh(refresh -> refresh.index(name));
        return index.count(count -> count.index(name)).count();
    }

    private static List<AlertVerdict> verdicts(Path lines) throws IOException {
        try (Stream<AlertVerdict> verdicts = VerdictFile.read(lines)) {
            return verdicts.toList();
        }
    }

    private static List<Path> files(Path bundle) throws IOException {
        try (Stream<Path> all = Files.walk(bundle)) {
            return all.filter(file -> Files.isRegularFile(file) && file.toFile().length() > 0)
                    .toList();
        }
    }

    /** Runs a command as a user would, in this process; those that look at topics are told where these are. */
    private static Told vigie(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.subList(0, 2).equals(List.of("audit", "verify"))) {
            all.addAll(List.of("--config", data.toString()));
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Vigie.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exit = line.execute(all.toArray(String[]::new));
        return new Told(exit, out.toString(), err.toString());
    }
}
