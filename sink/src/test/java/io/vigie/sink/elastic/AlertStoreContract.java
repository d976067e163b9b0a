package io.vigie.sink.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Alert;
import io.vigie.sink.Change;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a store of alerts promises to whoever writes. */
abstract class AlertStoreContract extends AlertStoreTesting {

    @Test
    void givesBackWhatWasStored() throws IOException {
        Alert alert = sample("whole", 3);

        assertThat(indexer.write(List.of(alert))).containsExactly(Verdict.STORED);

        assertThat(stored(alert)).isEqualTo(AlertDocument.of(alert, NOW.instant()));
    }

    @Test
    void recordsTheTimeFromPublicationToIndex() throws IOException {
        Alert alert = sample("latency", 1);
        indexer.write(List.of(alert));

        assertThat(stored(alert).latencyMs())
                .containsEntry(
                        "indexed",
                        Duration.between(Samples.PUBLISHED, NOW.instant()).toMillis())
                .containsEntry("seen", 27_000_000L);
    }

    @Test
    void aReplayChangesNothing() throws IOException {
        Alert alert = sample("replay", 1);
        indexer.write(List.of(alert));
        AlertDocument before = stored(alert);

        AlertIndexer yearsLater = new AlertIndexer(client, Clock.offset(NOW, Duration.ofDays(1_000)));

        assertThat(yearsLater.write(List.of(alert))).containsExactly(Verdict.STALE);
        assertThat(stored(alert)).isEqualTo(before);
    }

    @Test
    void anOlderRevisionNeverOverwritesANewerOne() throws IOException {
        Alert newer = sample("order", 2);

        assertThat(indexer.write(List.of(newer, sample("order", 1)))).containsExactly(Verdict.STORED, Verdict.STALE);

        assertThat(stored(newer).revision()).isEqualTo(2);
    }

    @Test
    void theSameRevisionJudgedAnewTakesThePlaceOfTheOldJudgement() throws IOException {
        Alert first = sample("corrected", 2);
        Alert second = new Change(first).ruleset("ruleset-2").alert();

        assertThat(indexer.write(List.of(first, second))).containsExactly(Verdict.STORED, Verdict.STORED);

        assertThat(stored(first).ruleset()).isEqualTo("ruleset-2");
    }

    @Test
    void everyOrderOfArrivalLeavesTheSameDocument() throws IOException {
        List<Alert> revisions = new ArrayList<>(IntStream.rangeClosed(1, 6)
                .mapToObj(revision -> sample("shuffled", revision))
                .toList());
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(revisions, new Random(seed));
            indexer.write(revisions);
            indexer.write(revisions.subList(0, 3));
        }

        Alert last = sample("shuffled", 6);
        assertThat(stored(last)).isEqualTo(AlertDocument.of(last, NOW.instant()));
        assertThat(copies(last)).isOne();
    }

    @Test
    void aRetractionKeepsWhatWasSaidBefore() throws IOException {
        indexer.write(List.of(sample("retracted", 1)));
        Alert gone = new Change(sample("retracted", 2))
                .body("")
                .status(Alert.Status.RETRACTED)
                .alert();

        indexer.write(List.of(gone));

        AlertDocument document = stored(gone);
        assertThat(document.status()).isEqualTo(Alert.Status.RETRACTED);
        assertThat(document.body()).isEmpty();
        assertThat(document.history())
                .singleElement()
                .satisfies(before -> assertThat(before.themes()).containsExactly("defence-industry"));
    }

    @Test
    void anAlertStaysInItsMonthWhenItsDateChangesOrGoes() throws IOException {
        Alert first = sample("moved", 1);
        Alert redated = new Change(sample("moved", 2))
                .datePublished(Samples.PUBLISHED.plus(Duration.ofDays(90)))
                .alert();
        Alert undated = new Change(sample("moved", 3)).datePublished(null).alert();

        indexer.write(List.of(first, redated, undated));

        assertThat(copies(first)).isOne();
        assertThat(stored(first).revision()).isEqualTo(3);
        assertThat(client.exists(get -> get.index("vigie-alerts-v1-2026-03").id(first.alertId()))
                        .value())
                .isTrue();
    }

    @Test
    void oneUnmappableAlertStopsNoOther() throws IOException {
        List<Verdict> verdicts =
                indexer.write(List.of(sample("left", 1), Samples.unmappable(prefix + "bad"), sample("right", 1)));

        assertThat(verdicts.get(0)).isEqualTo(Verdict.STORED);
        assertThat(verdicts.get(1))
                .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        rejected -> assertThat(rejected.cause()).isEqualTo("document_parsing_exception"));
        assertThat(verdicts.get(2)).isEqualTo(Verdict.STORED);
        assertThat(copies(sample("right", 1))).isOne();
    }

    @Test
    void rejectsATermThatIsTooLongForTheIndex() {
        Alert alert =
                new Change(sample("immense", 1)).language("x".repeat(40_000)).alert();

        assertThat(indexer.write(List.of(alert))).singleElement().isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void takesHalfASurrogatePair() {
        Alert alert =
                new Change(sample("half", 1)).headline("half \ud83d a pair").alert();

        assertThat(indexer.write(List.of(alert))).containsExactly(Verdict.STORED);
    }

    @Test
    void whatWouldRefuseTheWholeBulkIsFoundInIt() throws IOException {
        List<Alert> alerts = List.of(
                sample("first", 1), sample("negative", -1), sample("long-" + "x".repeat(600), 1), sample("last", 1));

        assertThat(indexer.write(alerts))
                .satisfiesExactly(
                        verdict -> assertThat(verdict).isEqualTo(Verdict.STORED),
                        verdict -> assertThat(verdict).isInstanceOf(Verdict.Rejected.class),
                        verdict -> assertThat(verdict).isInstanceOf(Verdict.Rejected.class),
                        verdict -> assertThat(verdict).isEqualTo(Verdict.STORED));
        assertThat(copies(alerts.get(3))).isOne();
    }

    @Test
    void takesStagesOfLatencyThatItDoesNotKnow() throws IOException {
        Alert staged = new Change(sample("stages", 1))
                .latency(Map.of("translated", 12L))
                .alert();

        assertThat(indexer.write(List.of(staged))).containsExactly(Verdict.STORED);
        assertThat(stored(staged).latencyMs()).containsEntry("translated", 12L).containsKey("indexed");
    }
}
