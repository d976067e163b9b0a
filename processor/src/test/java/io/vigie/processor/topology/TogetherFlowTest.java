package io.vigie.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Alert;
import io.vigie.events.Coverage;
import io.vigie.events.Divergence;
import io.vigie.events.FormulaChange;
import io.vigie.events.ItemId;
import io.vigie.events.PressItem;
import io.vigie.events.RevisionDiff;
import io.vigie.events.Surge;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TogetherFlowTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anAmendedAlertShowsTheSentencesAndThemesThatChanged() {
        bench.publish(Items.of("a", "en", "A concert", "The band plays. It rains."));
        bench.publish(Items.of("a", "en", "A concert", "The band plays. Poland buys arms."));
        bench.publish(Items.of("a", "en", "A concert", "The band plays."));

        List<Alert> alerts = bench.alerts().readValuesToList();
        assertThat(alerts)
                .extracting(Alert::diff)
                .containsExactly(
                        new RevisionDiff(
                                List.of("Poland buys arms."),
                                List.of("It rains."),
                                0,
                                0,
                                List.of("defence-industry"),
                                List.of(),
                                false),
                        new RevisionDiff(
                                List.of(),
                                List.of("Poland buys arms."),
                                0,
                                0,
                                List.of(),
                                List.of("defence-industry"),
                                false));
    }

    @Test
    void aTextThatIsNoLongerKeptGivesAPartialDiff() {
        bench.publish(Items.of("a", "en", "A concert", "The band plays."));
        Instant later = Items.PUBLISHED.plus(Duration.ofDays(9));
        bench.publish(Items.at("b", later, "Another", "Text."));
        PressItem edited = Items.of("a", "en", "A concert with arms", "The band plays.");
        bench.publish(new PressItem(
                edited.id(),
                edited.uri(),
                edited.pubStatus(),
                edited.headline(),
                edited.body(),
                edited.byline(),
                edited.language(),
                edited.datePublished(),
                null,
                edited.outlet(),
                edited.editions(),
                null,
                later));
        RevisionDiff diff = bench.alerts().readValue().diff();
        assertThat(diff).isNotNull();
        assertThat(diff.partial()).isTrue();
        assertThat(diff.themesGained()).containsExactly("defence-industry");
    }

    @Test
    void coverageIsCountedByTheHourOfPublication() {
        bench.publish(Items.of("a", "en", "arms", "One."));
        bench.publish(Items.of("b", "en", "arms", "Two."));
        bench.publish(Items.of("b", "en", "arms", "Two, edited."));
        bench.publish(Items.of("c", "fr", "arms", "Trois."));

        assertThat(bench.output(Bench.TOPICS.coverage(), Coverage.class).readKeyValuesToMap())
                .hasSize(2)
                .hasEntrySatisfying(
                        "defence-industry/outlet-en/2025-04-09T10:00:00Z",
                        coverage -> assertThat(coverage.items()).isEqualTo(2));
    }

    @Test
    void aSurgeIsToldWithItsEndAlsoWhenNobodyWritesAnyMore() {
        for (int day = 0; day < 10; day++) {
            bench.publish(Items.at("d" + day, Items.PUBLISHED.plus(Duration.ofDays(day)), "arms", "Report " + day));
        }
        Instant start = Items.PUBLISHED.plus(Duration.ofDays(10));
        for (int i = 0; i < 8; i++) {
            bench.publish(Items.at("s" + i, start.plusSeconds(i), "arms", "Surge " + i));
        }
        var surges = bench.output(Bench.TOPICS.surges(), Surge.class);
        assertThat(surges.readValuesToList())
                .extracting(Surge::surgeId)
                .containsExactlyInAnyOrder(
                        "defence-industry/all/2025-04-19T10:00:00Z",
                        "defence-industry/outlet/outlet-en/2025-04-19T10:00:00Z",
                        "defence-industry/country/INT/2025-04-19T10:00:00Z");

        bench.publish(Items.at("x", start.plus(Duration.ofHours(6)), "no theme but arms", "Later."));
        assertThat(surges.readValuesToList()).hasSize(3).allSatisfy(surge -> {
            assertThat(surge.phase()).isEqualTo(Surge.Phase.ENDED);
            assertThat(surge.items()).isEqualTo(8);
        });
    }

    @Test
    void editionsOfWhichOneLacksAThemeAreADivergence() {
        URI french = URI.create("https://ministry.example/fr");
        URI english = URI.create("https://ministry.example/en");
        Map<String, URI> editions = Map.of("fr", french, "en", english);
        bench.publish(Items.of(
                ItemId.of(french),
                "fr",
                Items.PUBLISHED,
                "Rencontre",
                "Ils se sont vus. Ils achètent 40 arms.",
                editions));
        bench.publish(Items.of(
                ItemId.of(english), "en", Items.PUBLISHED, "Meeting", "They met. They buy 40 things.", editions));

        List<Divergence> told =
                bench.output(Bench.TOPICS.divergences(), Divergence.class).readValuesToList();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).with().language()).isEqualTo("fr");
        assertThat(told.get(0).without().sentence()).isEqualTo("They buy 40 things.");
    }

    @Test
    void editionsThatDoNotNameEachOtherMeetByPublisherAndStory() {
        bench.publish(Items.page("https://en.ministry.example/1", "en", "Tourism in Lapland", "Snow fell."));
        bench.publish(Items.page(
                "https://fr.ministry.example/2",
                "fr",
                "Norvège : quatre frégates de Navalis",
                "Navalis, de Lorient, a signé avec la ministre norvégienne Ingrid Solheim un contrat de 3,2 milliards"
                        + " d'euros. La Norvège recevra 4 frégates. Les 4 arms suivront en 2031. Solheim s'est rendue à"
                        + " Lorient le 9 avril."));
        PressItem english = Items.page(
                "https://en.ministry.example/3",
                "en",
                "Norway: four frigates from Navalis",
                "Navalis of Lorient has signed a contract of 3.2 billion euros with Norwegian minister Ingrid Solheim."
                        + " Norway will receive 4 frigates. Delivery of the 4 systems is due in 2031. Solheim was in"
                        + " Lorient on 9 April.");
        bench.publish(english);
        bench.publish(Items.page(
                "https://en.wire.example/4",
                "en",
                "Norway: four frigates from Navalis",
                english.body().replace("Delivery", "Handing over")));

        List<Divergence> told =
                bench.output(Bench.TOPICS.divergences(), Divergence.class).readValuesToList();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).with().sentence()).isEqualTo("Les 4 arms suivront en 2031.");
        assertThat(told.get(0).without().sentence()).isEqualTo("Delivery of the 4 systems is due in 2031.");
        assertThat(told.get(0).without().url()).isEqualTo(english.uri());
    }

    @Test
    void theFirstUseOfAFormulaIsTold() {
        bench.publish(Items.of("a", "en", "Ministers meet", "They want a free and open Indo-Pacific."));
        bench.publish(Items.at(
                "b", Items.PUBLISHED.plusSeconds(60), "Indo-Pacific talks", "They spoke of the Indo-Pacific."));

        assertThat(bench.output(Bench.TOPICS.formulaChanges(), FormulaChange.class)
                        .readValuesToList())
                .extracting(FormulaChange::kind)
                .containsExactly(FormulaChange.Kind.FIRST, FormulaChange.Kind.DROPPED);
    }

    @Test
    void aFeedThatSays2099DoesNotMoveStreamTime() {
        bench.publish(Items.of("a", "en", "Norway buys arms", "Oslo orders 12 frigates from Navalis of Lorient."));
        PressItem wrong = Items.at("w", Instant.parse("2099-01-01T00:00:00Z"), "arms", "A template.");
        bench.publish(new PressItem(
                wrong.id(),
                wrong.uri(),
                wrong.pubStatus(),
                wrong.headline(),
                wrong.body(),
                wrong.byline(),
                wrong.language(),
                wrong.datePublished(),
                null,
                wrong.outlet(),
                Map.of(),
                null,
                Items.PUBLISHED.plusSeconds(5)));
        bench.publish(Items.of("b", "en", "Norway buys arms", "Oslo orders 12 frigates from Navalis of Lorient."));

        assertThat(bench.alerts().readValuesToList()).extracting(Alert::storyId).containsExactly("a", "w", "a");
        assertThat(bench.meters().counter("vigie.processor.items.late").count()).isZero();
    }

    @Test
    void aLateItemIsCountedAndAlertsLikeAnyOther() {
        bench.publish(Items.at("a", Items.PUBLISHED, "arms", "One."));
        bench.publish(Items.at("b", Items.PUBLISHED.minus(Duration.ofDays(90)), "arms", "From the archive."));

        assertThat(bench.alerts().readValuesToList()).extracting(Alert::itemId).containsExactly("a", "b");
        assertThat(bench.meters().counter("vigie.processor.items.late").count()).isEqualTo(1);
        assertThat(bench.meters().counter("vigie.processor.coverage.late").count())
                .isPositive();
    }
}
