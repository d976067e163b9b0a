package io.vigie.audit.erase;

import static io.vigie.audit.Production.RULES;
import static io.vigie.audit.Production.item;
import static io.vigie.audit.Production.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.audit.Production;
import io.vigie.audit.asof.AlertsAsOf;
import io.vigie.audit.bundle.BundleExport;
import io.vigie.audit.bundle.BundleVerifier;
import io.vigie.audit.bundle.Selection;
import io.vigie.audit.explain.Explainer;
import io.vigie.audit.replay.Progress;
import io.vigie.audit.replay.Replay;
import io.vigie.audit.replay.ReplayRequest;
import io.vigie.audit.replay.ReplayResult;
import io.vigie.audit.replay.ReplayedAlerts;
import io.vigie.audit.topic.Bound;
import io.vigie.audit.topic.Records;
import io.vigie.events.Alert;
import io.vigie.events.Erasure;
import io.vigie.events.PressItem;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is erased, and what still holds without it. */
class PageErasureIT {

    private static final String NAME = "Zyx";
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

    @TempDir
    private static Path data;

    @AutoClose
    private static Production production;

    private static @Nullable PressItem erased;
    private static @Nullable Erasure erasure;

    @TempDir
    private Path files;

    @BeforeAll
    static void start() throws Exception {
        production = Production.start(data, "erase.");
        erased = production.publishPage(
                "sold", page(NAME + " sold a missile", "A missile was sold by " + NAME + "."), true);
        production.publishPage(
                "sold", page(NAME + " sold a missile", "A missile was sold by " + NAME + " again."), false);
        production.publishPage("kept", page("A frigate sails", "It sails at dawn."), true);
        production.judge(RULES);
        erasure = erasure(production).erase(erased.id(), "A. Clerk", "request 17");
        // The processor must go on behind the tombstone.
        production.publishPage("next", page("A missile", "It flew at noon."), true);
        production.judge(RULES);
    }

    private static PageErasure erasure(Production of) {
        return new PageErasure(of.access(), of.topics(), of.kafka(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static PressItem erased() {
        return Objects.requireNonNull(erased);
    }

    @Test
    void everyRecordOfThePageHasATombstone() {
        Topics topics = production.topics();

        assertThat(Objects.requireNonNull(erasure).tombstones())
                .isEqualTo(Map.of(
                        topics.pageSnapshots(),
                        2,
                        topics.pressItems(),
                        1,
                        topics.classifiedItems(),
                        1,
                        topics.alerts(),
                        1));
        for (String topic : List.of(topics.pressItems(), topics.classifiedItems(), topics.alerts())) {
            assertThat(production.records(topic))
                    .filteredOn(record -> Records.key(record).equals(erased().id()))
                    .last()
                    .satisfies(record -> assertThat(record.value()).isNull());
        }
        assertThat(production.records(topics.deadLetters())).isEmpty();
    }

    @Test
    void theTrailSaysWhoWhenAndWhyAndNotWhat() {
        assertThat(production.records(production.topics().erasures()))
                .singleElement()
                .satisfies(record -> {
                    String trail = new String(record.value(), StandardCharsets.UTF_8);
                    assertThat(trail).contains("A. Clerk", "request 17", "2026-05-04T10:00:00Z");
                    assertThat(trail).doesNotContain(NAME).doesNotContain("outlet.example");
                });
    }

    @Test
    void aReplayPassesItOverAndFindsNothingWrong() throws Exception {
        ReplayResult result = new Replay(production.access(), production.topics(), 2)
                .run(
                        ReplayRequest.classify(new Bound.Earliest(), new Bound.Latest(), "all", null, "test"),
                        files.resolve("verdicts"),
                        files.resolve("checkpoint"),
                        Progress.NONE,
                        ReplayedAlerts.NONE);

        assertThat(result.identical()).isTrue();
        assertThat(result.totals().erased()).isEqualTo(2);
        assertThat(result.totals().alerts().all()).isEqualTo(2);
        assertThat(files.resolve("verdicts")).content().doesNotContain(NAME);
    }

    @Test
    void bundlesExplanationsAndPastMomentsLeaveItOut() throws Exception {
        Path bundle = files.resolve("bundle");
        new BundleExport(production.access(), production.topics(), "test")
                .write(new Selection.Range(new Bound.Earliest(), new Bound.Latest(), "all"), bundle);

        assertThat(BundleVerifier.verify(bundle, null).findings()).isEmpty();
        assertThat(bundle.resolve("alerts.jsonl")).content().doesNotContain(NAME);
        assertThat(bundle.resolve("pages.warc")).content().doesNotContain(NAME);
        assertThat(new Explainer(production.access(), production.topics()).explain(erased().id(), OptionalInt.empty()))
                .isEmpty();
        List<Alert> known = new ArrayList<>();
        new AlertsAsOf(production.access(), production.topics()).forEach(Instant.MAX, known::add);
        assertThat(known).extracting(Alert::headline).containsExactlyInAnyOrder("A frigate sails", "A missile");
    }

    @Test
    void findsAnItemByItsAddressAndSaysWhenThereIsNone() {
        assertThat(erasure(production).idOf(erased().uri())).contains(erased().id());
        assertThatThrownBy(() -> erasure(production).erase(item("never", "", "").id(), "A. Clerk", "request 18"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no item");
        assertThat(JsonCodec.of(Erasure.class).encode(Objects.requireNonNull(erasure)))
                .isNotEmpty();
    }
}
