package io.vigie.audit.replay;

import static io.vigie.audit.Production.RULES;
import static io.vigie.audit.Production.item;

import io.vigie.audit.Production;
import io.vigie.audit.topic.Bound;
import io.vigie.events.Alert;
import io.vigie.events.PressItem;
import io.vigie.events.RuleSet;
import io.vigie.events.json.JsonCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Topics on which production has judged items of every fate, and replays of them. */
abstract class ReplayCase {

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

    @AutoClose
    private static Production production;

    @TempDir
    Path files;

    @BeforeAll
    static void start() throws Exception {
        production = Production.start(data, "replay.");
        publishTheUsual(production);
        production.judge(RULES);
        production.publish(item("more", "A frigate", "And a howitzer."));
        production.publish(item("more-guns", "A howitzer", "It is large."));
        production.judge(OTHERS);
    }

    static Production production() {
        return production;
    }

    static Production production(String prefix) throws Exception {
        return production.beside(prefix);
    }

    /** The same topics under another prefix, but for what is to be lost. */
    static Production copy(String prefix, Predicate<ConsumerRecord<byte[], byte[]>> kept) throws Exception {
        Production copy = production(prefix);
        production.copyTo(copy, Duration.ofHours(1), kept);
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

    ReplayResult replay(Production of, @Nullable RuleSet rules) throws Exception {
        return run(new Replay(of.access(), of.topics(), 2), request(rules));
    }

    ReplayResult run(Replay replay, ReplayRequest request) throws Exception {
        ReplayResult result = replay.run(
                request,
                verdictFile(),
                files.resolve(ReplayUntilKilled.CHECKPOINT),
                Progress.NONE,
                ReplayedAlerts.NONE);
        Files.delete(files.resolve(ReplayUntilKilled.CHECKPOINT));
        return result;
    }

    static ReplayRequest request(@Nullable RuleSet rules) {
        return ReplayRequest.classify(new Bound.Earliest(), new Bound.Latest(), "all", rules, "test");
    }

    Path verdictFile() {
        return files.resolve(ReplayUntilKilled.VERDICTS);
    }

    static Tally theme(Totals totals, String id) {
        return totals.themes().getOrDefault(id, Tally.NONE);
    }

    static String id(String path) {
        return item(path, "", "").id();
    }

    static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    List<AlertVerdict> lines() throws IOException {
        try (Stream<AlertVerdict> lines = VerdictFile.read(verdictFile())) {
            return lines.toList();
        }
    }

    List<AlertVerdict> differences() throws IOException {
        return lines().stream().filter(AlertVerdict::differs).toList();
    }

    List<Verdict> verdicts(String path) throws IOException {
        String id = id(path);
        return lines().stream()
                .filter(line -> line.alertId().equals(id))
                .map(AlertVerdict::verdict)
                .toList();
    }

    static List<Alert> alerts(Production production) {
        JsonCodec<Alert> codec = JsonCodec.of(Alert.class);
        return production.records(production.topics().alerts()).stream()
                .map(record -> codec.decode(record.value()))
                .toList();
    }
}
