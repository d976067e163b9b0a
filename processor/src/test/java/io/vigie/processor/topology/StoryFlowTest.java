package io.vigie.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Alert;
import io.vigie.events.Story;
import io.vigie.events.StoryNote;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoryFlowTest {

    private static final String REPORT =
            "Norwegian defence minister Ingrid Solheim signed a contract on Wednesday for four anti-submarine"
                    + " frigates, with arms by Navalis of Lorient. The 3.2 billion euro order is the largest in the"
                    + " history of the navy.";

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void reportsOfOneEventShareAStoryAcrossLanguages() {
        bench.publish(Items.of("a", "en", "Norway buys arms: four frigates", REPORT));
        bench.publish(Items.of(
                "b",
                "fr",
                "Norvège : quatre frégates, arms",
                "Navalis, de Lorient, a signé avec la ministre norvégienne Ingrid Solheim un contrat de 3,2"
                        + " milliards d'euros."));
        bench.publish(Items.of("c", "de", "Bundestag berät arms", "Der Etat der Stadt Kiel wächst um vier Prozent."));

        assertThat(bench.alerts().readValuesToList()).extracting(Alert::storyId).containsExactly("a", "a", "c");
        Story story = lastOf("a");
        assertThat(story.size()).isEqualTo(2);
        assertThat(story.languages()).containsExactly("en", "fr");
        assertThat(story.themes()).containsExactly("defence-industry");
        assertThat(story.reports()).extracting(Story.Report::itemId).containsExactly("a", "b");
    }

    @Test
    void aRevisionStaysInItsStoryAndReplacesItsReport() {
        bench.publish(Items.of("a", "en", "Norway buys arms", REPORT));
        bench.publish(Items.of("a", "en", "Norway buys no arms after all", "The deal is off, says Oslo."));

        assertThat(bench.alerts().readValuesToList()).extracting(Alert::storyId).containsExactly("a", "a");
        Story story = lastOf("a");
        assertThat(story.size()).isEqualTo(1);
        assertThat(story.reports()).extracting(Story.Report::revision).containsExactly(2);
    }

    @Test
    void aStoryWithoutAThemeIsNobodysBusinessUntilItHasOne() {
        bench.publish(Items.of("a", "en", "Norway buys four frigates", REPORT.replace("arms", "guns")));
        assertThat(bench.stories().isEmpty()).isTrue();

        bench.publish(Items.of("b", "en", "Norway buys four frigates, arms", REPORT));
        assertThat(lastOf("a").reports()).extracting(Story.Report::itemId).containsExactly("a", "b");
    }

    @Test
    void whatBelongsToAMergedStoryFindsItsElder() {
        bench.publish(Items.of("a", "en", "Norway buys arms", REPORT));
        bench.publish(Items.of("z", "de", "Bundestag berät arms", "Der Etat der Stadt Kiel wächst um vier Prozent."));
        bench.stories().readKeyValuesToList();

        bench.notes().pipeInput("z", StoryNote.merged(Items.PUBLISHED, "a", 0), Items.PUBLISHED);
        List<KeyValue<String, Story>> told = bench.stories().readKeyValuesToList();
        assertThat(told).anySatisfy(one -> {
            assertThat(one.value.storyId()).isEqualTo("z");
            assertThat(one.value.mergedInto()).isEqualTo("a");
        });
        assertThat(told.get(told.size() - 1).value.reports())
                .extracting(Story.Report::itemId)
                .containsExactlyInAnyOrder("a", "z");
    }

    @Test
    void mergesThatContradictEachOtherEndAtTheEldest() {
        bench.publish(Items.of("b", "en", "Norway buys arms", REPORT));
        bench.notes().pipeInput("b", StoryNote.merged(Items.PUBLISHED, "m", 5), Items.PUBLISHED);
        bench.notes().pipeInput("b", StoryNote.merged(Items.PUBLISHED, "e", 1), Items.PUBLISHED);
        bench.notes().pipeInput("m", StoryNote.merged(Items.PUBLISHED, "e", 1), Items.PUBLISHED);

        assertThat(lastOf("e").reports()).extracting(Story.Report::itemId).containsExactly("b");
    }

    @Test
    void theSameItemsGiveTheSameStoriesAgain() {
        List<Alert> first = twice(new Bench());
        List<Alert> second = twice(new Bench());
        assertThat(second).isEqualTo(first);
    }

    private static List<Alert> twice(Bench bench) {
        try (bench) {
            for (int i = 0; i < 40; i++) {
                bench.publish(Items.of("i" + i, "en", "Norway buys arms " + i % 4, REPORT + " Port " + i % 4 + "."));
            }
            return bench.alerts().readValuesToList();
        }
    }

    @Test
    void anAlertDoesNotWaitForAStoryThatNobodyTells() {
        try (Bench lost = new Bench(TopologySettings.of(Bench.TOPICS, 3))) {
            // Three partitions are asked and, in this driver, one answers.
            lost.publish(Items.of("a", "en", "Norway buys arms", REPORT));
            lost.publish(Items.of("a", "en", "Norway buys arms and more", REPORT));
            assertThat(lost.alerts().isEmpty()).isTrue();

            lost.advance(Duration.ofSeconds(4));
            assertThat(lost.alerts().readValuesToList())
                    .extracting(Alert::revision)
                    .containsExactly(1, 2);
            assertThat(lost.meters()
                            .counter("vigie.processor.stories.undecided")
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void windowsEndWithStreamTime() {
        bench.publish(Items.of("a", "en", "Norway buys arms", REPORT));
        bench.publish(
                Items.at("b", Items.PUBLISHED.plus(Duration.ofDays(20)), "Kiel arms", "Der Etat der Stadt wächst."));
        bench.publish(Items.at("c", Items.PUBLISHED.plus(Duration.ofDays(20)), "Norway buys arms", REPORT));

        assertThat(bench.alerts().readValuesToList()).extracting(Alert::storyId).containsExactly("a", "b", "c");
        assertThat(bench.storyItems()).containsExactlyInAnyOrder("b", "c");
    }

    private Story lastOf(String id) {
        return bench.stories().readKeyValuesToList().stream()
                .filter(one -> one.key.equals(id))
                .reduce((one, next) -> next)
                .orElseThrow()
                .value;
    }
}
