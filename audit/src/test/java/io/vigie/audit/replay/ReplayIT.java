package io.vigie.audit.replay;

import static io.vigie.audit.Production.RULES;
import static io.vigie.audit.Production.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.audit.Production;
import io.vigie.audit.report.ReplayReport;
import io.vigie.audit.topic.Bound;
import io.vigie.embedded.EmbeddedKafka;
import io.vigie.events.Alert;
import io.vigie.events.PressItem;
import io.vigie.events.RuleSet;
import io.vigie.events.json.JsonCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replay against the processor of production on a real broker. */
class ReplayIT {

    /** Ships are no theme any more, a contract weighs nothing, and howitzers count. */
    static final RuleSet OTHERS = RuleSet.of("""
            themes:
              - id: arms
                rules:
                  - {id: missile, weight: 1, sentence: missile}
                  - {id: howitzer, weight: 1, sentence: howitzer}
            """);

    @TempDir
    private static Path data;

    private static @Nullable EmbeddedKafka broker;
    private static @Nullable Production production;

    @TempDir
    private Path files;

    @BeforeAll
    static void start() throws Exception {
        broker = EmbeddedKafka.at(data.resolve("kafka")).port(0).start();
        production = production("replay.");
        publishTheUsual(production);
        production.judge(RULES);
        production.publish(item("more", "A frigate", "And a howitzer."));
        production.publish(item("more-guns", "A howitzer", "It is large."));
        production.judge(OTHERS);
    }

    @AfterAll
    static void stop() {
        production().close();
        Objects.requireNonNull(broker).close();
    }

    private static Production production() {
        return Objects.requireNonNull(production);
    }

    private static Production production(String prefix) throws Exception {
        return new Production(Objects.requireNonNull(broker), prefix, data.resolve(prefix + "state"));
    }

    /** The same topics under another prefix, but for what is to be lost. */
    private static Production copy(String prefix, Predicate<ConsumerRecord<byte[], byte[]>> kept) throws Exception {
        Production copy = production(prefix);
        production().copyTo(copy, kept);
        return copy;
    }

    /** Items with every fate: new, amended, losing its theme, withdrawn, gaining one later, never a theme, repeated. */
    private static void publishTheUsual(Production production) {
        PressItem sold = item("sold", "A missile contract", "A missile was sold.");
        PressItem fired = item("fired", "A missile fired", "Nobody was hurt.");
        PressItem gone = item("gone", "A frigate sails", "It sails at dawn.");
        PressItem late = item("late", "A quiet day", "Nothing happened.");
        production.publish(sold);
        production.publish(fired);
        production.publish(gone);
        production.publish(late);
        production.publish(item("dull", "A quiet night", "Nothing happened either."));
        production.publish(item("guns", "A howitzer is shown", "It is large."));
        production.publish(item("sold", "A missile contract", "A missile contract was signed. It is large."));
        production.publish(item("fired", "Somebody fired", "Nobody was hurt."));
        production.publish(gone.withdrawn(Instant.parse("2026-03-03T00:00:00Z")));
        production.publish(item("late", "A quiet day", "At night a missile flew."));
        production.publish(item("dull", "A quiet  night", "Nothing happened either."));
        production.send(production.topics().pressItems(), "nonsense", "{".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void underTheRulesOfTheirTimeEverythingIsIdentical() throws Exception {
        ReplayResult result = replay(production(), null);

        assertThat(differences()).isEmpty();
        assertThat(result.identical()).isTrue();
        Totals totals = result.totals();
        assertThat(totals.items()).isEqualTo(14);
        assertThat(totals.duplicates()).isEqualTo(1);
        assertThat(totals.deadLetters()).isEqualTo(1);
        assertThat(totals.pending()).isZero();
        assertThat(totals.alerts().identical()).isEqualTo(9);
        assertThat(totals.items()).isEqualTo(9 + totals.quiet() + totals.duplicates() + totals.deadLetters());
        assertThat(theme(totals, "ships").identical()).isEqualTo(2);
    }

    @Test
    void otherRulesGainLoseAndChange() throws Exception {
        ReplayResult result = replay(production(), OTHERS);

        assertThat(result.identical()).isFalse();
        assertThat(verdicts("guns")).containsExactly(Verdict.GAINED);
        assertThat(verdicts("gone")).containsExactly(Verdict.LOST, Verdict.LOST);
        assertThat(verdicts("sold")).containsExactly(Verdict.CHANGED, Verdict.CHANGED);
        assertThat(verdicts("late")).containsExactly(Verdict.IDENTICAL);
        assertThat(verdicts("fired")).containsExactly(Verdict.IDENTICAL, Verdict.IDENTICAL);
        assertThat(theme(result.totals(), "arms").gained()).isEqualTo(1);
        assertThat(theme(result.totals(), "ships").lost()).isEqualTo(2);
        ThemeVerdict arms = lines().stream()
                .filter(line -> line.alertId().equals(id("sold")))
                .findFirst()
                .orElseThrow()
                .themes()
                .get(0);
        assertThat(arms.replayedScore()).isLessThan(Objects.requireNonNull(arms.recordedScore()));
    }

    @Test
    void anAlertThatWasTamperedWithIsADifference() throws Exception {
        try (Production forged = copy("forged.", record -> true)) {
            Alert alert = alerts(forged).stream()
                    .filter(each -> each.alertId().equals(id("late")))
                    .findFirst()
                    .orElseThrow();
            byte[] other = new String(JsonCodec.of(Alert.class).encode(alert), StandardCharsets.UTF_8)
                    .replace("\"rule\":\"missile\"", "\"rule\":\"mussels\"")
                    .getBytes(StandardCharsets.UTF_8);
            forged.send(forged.topics().alerts(), alert.alertId(), other);

            replay(forged, null);

            assertThat(differences()).singleElement().satisfies(line -> {
                assertThat(line.verdict()).isEqualTo(Verdict.CHANGED);
                assertThat(line.themes())
                        .anySatisfy(theme -> assertThat(theme.recorded())
                                .anySatisfy(
                                        evidence -> assertThat(evidence.rule()).isEqualTo("mussels")));
            });
        }
    }

    @Test
    void anItemWithoutARecordIsMissing() throws Exception {
        Set<String> dropped = new HashSet<>();
        try (Production amputated = copy(
                "amputated.",
                record -> !record.topic().equals(production().topics().classifiedItems())
                        || !id("sold").equals(key(record))
                        || !dropped.add(key(record)))) {

            ReplayResult result = replay(amputated, null);

            assertThat(result.totals().deadLetters()).isEqualTo(1);
            assertThat(result.totals().duplicates()).isEqualTo(1);
            assertThat(differences()).singleElement().satisfies(line -> {
                assertThat(line.verdict()).isEqualTo(Verdict.MISSING);
                assertThat(line.alertId()).isEqualTo(id("sold"));
            });
        }
    }

    @Test
    void whatProductionHasNotJudgedYetIsNoDifference() throws Exception {
        try (Production busy = copy("busy.", record -> true)) {
            busy.publish(item("two", "A missile", ""));
            busy.publish(item("three", "A missile", ""));

            ReplayResult result = replay(busy, null);

            assertThat(result.identical()).isTrue();
            assertThat(result.totals().pending()).isEqualTo(2);
        }
    }

    @Test
    void withoutTheRulesOfThatTimeNothingIsProven() throws Exception {
        try (Production forgetful = copy(
                "forgetful.",
                record -> !record.topic().equals(production().topics().themes())
                        || key(record).equals(OTHERS.hash()))) {

            replay(forgetful, null);

            assertThat(verdicts("sold")).containsExactly(Verdict.UNPROVEN, Verdict.UNPROVEN);
            assertThat(verdicts("more-guns")).containsExactly(Verdict.IDENTICAL);
        }
    }

    @Test
    void aPartOfTheTopicIsJudgedByItself() throws Exception {
        for (int partition = 0; partition < 4; partition++) {
            Bound second = new Bound.Offsets(Map.of(partition, 1L));

            ReplayResult result = run(
                    new Replay(production().access(), production().topics(), 2),
                    new ReplayRequest(second, new Bound.Latest(), "second of " + partition, null, "test"));

            assertThat(differences()).isEmpty();
            assertThat(result.spans()).hasSize(1);
        }
    }

    @Test
    void touchesNoGroupAndWritesNothing() throws Exception {
        try (Admin admin = Admin.create(new HashMap<>(production().kafka()))) {
            Map<String, Long> lengths = lengths(production());
            Set<String> groups = groups(admin);
            Set<String> topics = admin.listTopics().names().get();

            replay(production(), OTHERS);

            assertThat(lengths(production())).isEqualTo(lengths);
            assertThat(groups(admin)).isEqualTo(groups);
            assertThat(admin.listTopics().names().get()).isEqualTo(topics);
        }
    }

    /** The child process is {@link ReplayUntilKilled}; it is killed with lines on the disk that no checkpoint knows. */
    @Test
    void aReplayThatWasKilledGoesOnToTheSameReport() throws Exception {
        ReplayResult whole = replay(production(), OTHERS);
        Path expected = files.resolve("whole.html");
        ReplayReport.write(whole, lines().stream(), expected);
        byte[] expectedLines = Files.readAllBytes(verdictFile());
        for (int batches = 1; batches < 6; batches++) {
            Files.deleteIfExists(verdictFile());
            Files.deleteIfExists(files.resolve(ReplayUntilKilled.CHECKPOINT));
            ReplayUntilKilled.inAChildProcess(production(), files, batches);

            AtomicLong first = new AtomicLong(-1);
            ReplayResult resumed = new Replay(
                            production().access(), production().topics(), 2)
                    .run(
                            request(OTHERS),
                            verdictFile(),
                            files.resolve(ReplayUntilKilled.CHECKPOINT),
                            (done, total) -> first.compareAndSet(-1, done),
                            alert -> {});

            Path report = files.resolve("resumed.html");
            ReplayReport.write(resumed, lines().stream(), report);
            assertThat(verdictFile()).hasBinaryContent(expectedLines);
            assertThat(report).hasSameBinaryContentAs(expected);
        }
    }

    private ReplayResult replay(Production of, @Nullable RuleSet rules) throws Exception {
        return run(new Replay(of.access(), of.topics(), 2), request(rules));
    }

    private ReplayResult run(Replay replay, ReplayRequest request) throws Exception {
        ReplayResult result = replay.run(
                request, verdictFile(), files.resolve(ReplayUntilKilled.CHECKPOINT), Progress.NONE, alert -> {});
        Files.delete(files.resolve(ReplayUntilKilled.CHECKPOINT));
        return result;
    }

    static ReplayRequest request(@Nullable RuleSet rules) {
        return new ReplayRequest(new Bound.Earliest(), new Bound.Latest(), "all", rules, "test");
    }

    private Path verdictFile() {
        return files.resolve(ReplayUntilKilled.VERDICTS);
    }

    private static Tally theme(Totals totals, String id) {
        return totals.themes().getOrDefault(id, Tally.NONE);
    }

    private static String id(String path) {
        return item(path, "", "").id();
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    private List<AlertVerdict> lines() throws IOException {
        try (Stream<AlertVerdict> lines = VerdictFile.read(verdictFile())) {
            return lines.toList();
        }
    }

    private List<AlertVerdict> differences() throws IOException {
        return lines().stream().filter(AlertVerdict::differs).toList();
    }

    private List<Verdict> verdicts(String path) throws IOException {
        String id = id(path);
        return lines().stream()
                .filter(line -> line.alertId().equals(id))
                .map(AlertVerdict::verdict)
                .toList();
    }

    private static List<Alert> alerts(Production production) {
        JsonCodec<Alert> codec = JsonCodec.of(Alert.class);
        return production.records(production.topics().alerts()).stream()
                .map(record -> codec.decode(record.value()))
                .toList();
    }

    private static Map<String, Long> lengths(Production production) {
        return production.topics().all().stream()
                .collect(Collectors.toMap(
                        spec -> spec.name(),
                        spec -> production.access().all(spec.name()).stream()
                                .mapToLong(span -> span.length())
                                .sum()));
    }

    private static Set<String> groups(Admin admin) throws Exception {
        return admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .collect(Collectors.toSet());
    }
}
