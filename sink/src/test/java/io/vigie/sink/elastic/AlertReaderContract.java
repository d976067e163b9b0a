package io.vigie.sink.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.events.Alert;
import io.vigie.events.Outlet;
import io.vigie.events.ThemeMatch;
import io.vigie.sink.Change;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a store of alerts promises to whoever reads. */
abstract class AlertReaderContract extends AlertStoreTesting {

    @Test
    void readsNewestFirstPageByPage() throws IOException {
        Outlet own = new Outlet(prefix + "pages", "Pages", null);
        List<Alert> alerts = IntStream.range(0, 25)
                .mapToObj(i -> new Change(sample("page-" + i, 1))
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
        Alert both = new Change(sample("scores", 1))
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
        Alert alert = new Change(sample("facts", 1)).outlet(own).alert();
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
        Alert alert = new Change(sample("words", 1)).outlet(own).alert();
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
        Alert alert = new Change(sample("long", 1))
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
        Alert two = new Change(counted("s2", Samples.DETECTED, "heer", "DE", "de"))
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
        return new Change(sample(name, 1))
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
