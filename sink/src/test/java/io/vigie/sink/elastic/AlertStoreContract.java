package io.vigie.sink.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.vigie.events.Alert;
import io.vigie.events.Outlet;
import io.vigie.events.ThemeMatch;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a store of alerts promises, whichever Elasticsearch stands behind it. A provider extends this class and names an
 * address; each test uses ids of its own, so that one node serves them all.
 */
abstract class AlertStoreContract {

    private static final Clock NOW = Clock.fixed(Samples.DETECTED.plusSeconds(60), ZoneOffset.UTC);

    private ElasticsearchClient client;
    private AlertIndexer indexer;
    private AlertReader reader;
    private String prefix;

    /** Where Elasticsearch is. */
    abstract URI elasticsearch();

    @BeforeEach
    void open() throws IOException {
        client = ElasticClients.open(ElasticSettings.at(elasticsearch()));
        new IndexSetup(client, IndexLayout.ALERTS).install("2026-04");
        indexer = new AlertIndexer(client, NOW);
        reader = new ElasticAlertReader(client);
        prefix = UUID.randomUUID() + "-";
    }

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    private Alert sample(String name, int revision) {
        return Samples.alert(prefix + name, revision);
    }

    private AlertDocument stored(Alert alert) throws IOException {
        refresh();
        return reader.byId(alert.alertId()).orElseThrow();
    }

    private void refresh() throws IOException {
        client.indices().refresh(refresh -> refresh.index("vigie-alerts"));
    }

    private long copies(Alert alert) throws IOException {
        refresh();
        return client.count(count -> count.index("vigie-alerts*")
                        .query(q -> q.term(t -> t.field("alertId").value(alert.alertId()))))
                .count();
    }

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
        Alert second = new Samples.Change(first).ruleset("ruleset-2").alert();

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
        Alert gone = new Samples.Change(sample("retracted", 2))
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
        Alert redated = new Samples.Change(sample("moved", 2))
                .datePublished(Samples.PUBLISHED.plus(Duration.ofDays(90)))
                .alert();
        Alert undated =
                new Samples.Change(sample("moved", 3)).datePublished(null).alert();

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
        Alert alert = new Samples.Change(sample("immense", 1))
                .language("x".repeat(40_000))
                .alert();

        assertThat(indexer.write(List.of(alert))).singleElement().isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void takesHalfASurrogatePair() {
        Alert alert = new Samples.Change(sample("half", 1))
                .headline("half \ud83d a pair")
                .alert();

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
        Alert staged = new Samples.Change(sample("stages", 1))
                .latency(Map.of("translated", 12L))
                .alert();

        assertThat(indexer.write(List.of(staged))).containsExactly(Verdict.STORED);
        assertThat(stored(staged).latencyMs()).containsEntry("translated", 12L).containsKey("indexed");
    }

    @Test
    void readsNewestFirstPageByPage() throws IOException {
        Outlet own = new Outlet(prefix + "pages", "Pages", null);
        List<Alert> alerts = IntStream.range(0, 25)
                .mapToObj(i -> new Samples.Change(sample("page-" + i, 1))
                        .outlet(own)
                        .detectedAt(Samples.DETECTED.plusSeconds(i / 2))
                        .alert())
                .toList();
        indexer.write(alerts);
        refresh();

        AlertQuery query = AlertQuery.first(AlertFilter.ALL.withOutlet(own.id()), 10);
        List<AlertDocument> read = new ArrayList<>();
        int pages = 0;
        AlertPage page;
        do {
            page = reader.find(query);
            page.hits().forEach(hit -> read.add(hit.alert()));
            query = query.after(page.next());
            pages++;
        } while (page.next() != null);

        assertThat(pages).isEqualTo(3);
        assertThat(read)
                .extracting(AlertDocument::alertId)
                .doesNotHaveDuplicates()
                .hasSize(25);
        assertThat(read).extracting(AlertDocument::detectedAt).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(reader.count(AlertFilter.ALL.withOutlet(own.id()))).isEqualTo(25);
    }

    @Test
    void filtersByThemeAndItsOwnScore() throws IOException {
        Alert both = new Samples.Change(sample("scores", 1))
                .outlet(new Outlet(prefix + "scores", "Scores", null))
                .themes(Samples.theme("china-concerns", 0.4), Samples.theme("ukraine-support", 0.9))
                .alert();
        indexer.write(List.of(both));
        refresh();
        AlertFilter own = AlertFilter.ALL.withOutlet(prefix + "scores");

        assertThat(reader.count(own.withTheme("china-concerns"))).isOne();
        assertThat(reader.count(own.withMinScore(0.8))).isOne();
        assertThat(reader.count(own.withTheme("china-concerns").withMinScore(0.8)))
                .isZero();
        assertThat(reader.count(own.withTheme("defence-industry"))).isZero();
    }

    @Test
    void filtersByWhatIsKnownOfAnAlert() throws IOException {
        Outlet own = new Outlet(prefix + "facts", "Facts", "JP");
        Alert alert = new Samples.Change(sample("facts", 1)).outlet(own).alert();
        indexer.write(List.of(alert));
        refresh();
        AlertFilter mine = AlertFilter.ALL.withOutlet(own.id());
        Instant at = alert.detectedAt();

        assertThat(List.of(
                        mine.withLanguage("fr"),
                        mine.withCountry("JP"),
                        mine.withStory(alert.storyId()),
                        mine.withStatus(Alert.Status.NEW),
                        mine.between(at, at.plusMillis(1)),
                        mine.between(null, null)))
                .allSatisfy(filter -> assertThat(reader.count(filter)).isOne());
        assertThat(List.of(
                        mine.withLanguage("en"),
                        mine.withCountry("FR"),
                        mine.withStory("another"),
                        mine.withStatus(Alert.Status.RETRACTED),
                        mine.between(at.plusMillis(1), null),
                        mine.between(null, at)))
                .allSatisfy(filter -> assertThat(reader.count(filter)).isZero());
    }

    @Test
    void findsWordsInTheirOtherFormsAndShowsWhere() throws IOException {
        Outlet own = new Outlet(prefix + "words", "Words", null);
        Alert alert = new Samples.Change(sample("words", 1)).outlet(own).alert();
        indexer.write(List.of(alert));
        refresh();
        AlertFilter mine = AlertFilter.ALL.withOutlet(own.id());

        AlertHit hit = reader.find(AlertQuery.first(mine.withText("frégate marines"), 5))
                .hits()
                .get(0);

        assertThat(hit.highlights())
                .flatExtracting(passage -> passage.marks().stream()
                        .map(mark -> passage.text().substring(mark.start(), mark.end()))
                        .toList())
                .contains("frégates", "marine");
        assertThat(reader.count(mine.withText("sous-marin"))).isZero();
    }

    @Test
    void searchesOnWhateverPeopleType() {
        for (String text : List.of("\"", "(((", "a && ||", "*", "/.*/", "\\", "-", "~3", "\u0000", "\uFDD0")) {
            assertThat(reader.count(AlertFilter.ALL.withText(text))).isNotNegative();
            assertThat(reader.find(AlertQuery.first(AlertFilter.ALL.withText(text), 1))
                            .hits())
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void aVeryLongBodyDoesNotBreakTheSearch() throws IOException {
        Alert alert = new Samples.Change(sample("long", 1))
                .body("remplissage ".repeat(150_000))
                .alert();
        assertThat(indexer.write(List.of(alert))).containsExactly(Verdict.STORED);
        refresh();

        assertThat(reader.find(AlertQuery.first(AlertFilter.ALL.withText("remplissage"), 5))
                        .hits())
                .isNotEmpty();
    }

    @Test
    void aListCanDoWithoutBodies() throws IOException {
        Alert alert = sample("short", 1);
        indexer.write(List.of(alert));
        AlertDocument whole = stored(alert);

        AlertFilter filter = AlertFilter.ALL.withStory(alert.storyId());

        assertThat(reader.find(AlertQuery.first(filter, 1).withoutBodies()).hits())
                .extracting(AlertHit::alert)
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.body()).isEmpty();
                    assertThat(found.evidence()).isEqualTo(whole.evidence());
                });
        assertThat(reader.byIds(List.of(alert.alertId(), prefix + "nobody")))
                .extracting(AlertDocument::alertId)
                .containsExactly(alert.alertId());
        assertThat(reader.byIds(List.of())).isEmpty();
    }

    @Test
    void readsInTheOrderOfWriting() throws IOException {
        Clock later = Clock.offset(NOW, Duration.ofDays(10_000));
        Alert first = sample("b-written-first", 1);
        Alert second = sample("a-written-second", 1);
        new AlertIndexer(client, later).write(List.of(first));
        new AlertIndexer(client, Clock.offset(later, Duration.ofMillis(1))).write(List.of(second));
        refresh();

        assertThat(reader.ingestedSince(later.instant(), 10))
                .extracting(AlertDocument::alertId)
                .containsExactly(first.alertId(), second.alertId());
        assertThat(reader.ingestedSince(later.instant().plusMillis(1), 10))
                .extracting(AlertDocument::alertId)
                .containsExactly(second.alertId());
    }

    @Test
    void countsByThemeOverTimeAndByPublisher() throws IOException {
        Instant day = Instant.parse("2031-01-01T00:00:00Z");
        indexer.write(List.of(
                counted("c1", day, "navy", "FR", "fr", Samples.theme("defence-industry", 0.9)),
                counted(
                        "c2",
                        day.plusSeconds(7_200),
                        "navy",
                        "FR",
                        "fr",
                        Samples.theme("defence-industry", 0.9),
                        Samples.theme("ukraine-support", 0.6)),
                counted("c3", day.plusSeconds(7_300), "heer", "DE", "de", Samples.theme("ukraine-support", 0.6))));
        refresh();

        Coverage coverage = reader.coverage(AlertFilter.ALL.between(day, day.plusSeconds(86_400)), Duration.ofHours(1));

        assertThat(coverage.total()).isEqualTo(3);
        assertThat(coverage.slots())
                .containsExactly(
                        new Coverage.Slot(day, 1, Map.of("defence-industry", 1L)),
                        new Coverage.Slot(day.plusSeconds(3_600), 0, Map.of()),
                        new Coverage.Slot(
                                day.plusSeconds(7_200), 2, Map.of("defence-industry", 1L, "ukraine-support", 2L)));
        assertThat(coverage.themes())
                .containsExactlyInAnyOrder(
                        new Coverage.Share("defence-industry", "defence-industry", 2),
                        new Coverage.Share("ukraine-support", "ukraine-support", 2));
        assertThat(coverage.outlets())
                .containsExactly(
                        new Coverage.Share("navy", "Outlet navy", 2), new Coverage.Share("heer", "Outlet heer", 1));
        assertThat(coverage.countries())
                .containsExactly(new Coverage.Share("FR", "FR", 2), new Coverage.Share("DE", "DE", 1));
        assertThat(coverage.languages())
                .containsExactly(new Coverage.Share("fr", "fr", 2), new Coverage.Share("de", "de", 1));
    }

    @Test
    void nothingFoundIsNothingCounted() {
        assertThat(reader.coverage(AlertFilter.ALL.withStory("no such story"), Duration.ofHours(1)))
                .isEqualTo(Coverage.none());
    }

    @Test
    void saysHowWidelyAStoryIsReported() throws IOException {
        Alert one = counted("s1", Samples.DETECTED, "navy", "FR", "fr");
        Alert two = new Samples.Change(counted("s2", Samples.DETECTED, "heer", "DE", "de"))
                .story(one.storyId())
                .alert();
        indexer.write(List.of(one, two));
        refresh();

        assertThat(reader.storySizes(List.of(one.storyId(), "no such story")))
                .isEqualTo(Map.of(one.storyId(), new StorySize(2, 2, 2)));
        assertThat(reader.storySizes(List.of())).isEmpty();
    }

    private Alert counted(
            String name, Instant at, String outlet, String country, String language, ThemeMatch... themes) {
        return new Samples.Change(sample(name, 1))
                .detectedAt(at)
                .outlet(new Outlet(outlet, "Outlet " + outlet, country))
                .language(language)
                .themes(themes)
                .alert();
    }

    @Test
    void refusesACursorThatNoPageGaveOut() {
        assertThatThrownBy(() -> reader.find(new AlertQuery(AlertFilter.ALL, 1, "bm9uc2Vuc2U")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cursor");
    }

    @Test
    void nothingIsFoundUnderAnUnknownId() {
        assertThat(reader.byId("no such id")).isEmpty();
    }
}
