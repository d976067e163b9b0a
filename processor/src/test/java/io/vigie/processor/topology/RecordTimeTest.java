package io.vigie.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.ItemId;
import io.vigie.events.Story;
import io.vigie.events.StoryNote;
import io.vigie.events.Topics;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Inside the topology records have event time, outside the time of writing. */
class RecordTimeTest {

    private static final Topics TOPICS = Bench.TOPICS;

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatIsWrittenCarriesTheTimeOfWriting() {
        for (int day = 0; day < 10; day++) {
            bench.publish(Items.at("d" + day, Items.PUBLISHED.plus(Duration.ofDays(day)), "arms", "Report " + day));
        }
        Instant last = Items.PUBLISHED.plus(Duration.ofDays(10));
        for (int i = 0; i < 8; i++) {
            bench.publish(Items.at("s" + i, last, "arms", "Surge " + i));
        }
        URI french = URI.create("https://ministry.example/fr");
        URI english = URI.create("https://ministry.example/en");
        Map<String, URI> editions = Map.of("fr", french, "en", english);
        bench.publish(Items.of(ItemId.of(french), "fr", last, "Rencontre", "Ils achètent arms.", editions));
        bench.publish(Items.of(ItemId.of(english), "en", last, "A free and open Indo-Pacific", "They buy.", editions));

        for (String topic : List.of(
                TOPICS.classifiedItems(),
                TOPICS.alerts(),
                TOPICS.storyNotes(),
                TOPICS.stories(),
                TOPICS.coverage(),
                TOPICS.surges(),
                TOPICS.divergences(),
                TOPICS.formulaChanges())) {
            assertThat(bench.output(topic, Object.class).readRecordsToList())
                    .as(topic)
                    .isNotEmpty()
                    .extracting(TestRecord::getRecordTime)
                    .containsOnly(Bench.NOW);
        }
    }

    @Test
    void theRegisterOfStoriesGoesByEventTimeWheneverItsNotesWereWritten() {
        bench.publish(Items.at("a", Items.PUBLISHED, "arms for Kiel", "The yard of Kiel builds 12 frigates."));
        bench.advance(Duration.ofDays(300));
        bench.notes().pipeInput("a", StoryNote.merged(Items.PUBLISHED, "elder", 0), Bench.NOW);

        assertThat(bench.stories().readValuesToList())
                .extracting(Story::status)
                .containsExactly(Story.Status.OPEN, Story.Status.MERGED, Story.Status.OPEN);
    }

    @Test
    void aNoteOfBeforeNotesStatedTheirTimeHasThatOfItsRecord() {
        bench.notes().pipeInput("b", new StoryNote(List.of(), new StoryNote.Merge("a", 0), null), Items.PUBLISHED);
        bench.publish(Items.at("b", Items.PUBLISHED, "arms", "A report for whom b is a."));

        assertThat(bench.stories().readValuesToList())
                .filteredOn(story -> story.storyId().equals("b"))
                .extracting(Story::firstReport)
                .containsOnly(Items.PUBLISHED);
    }
}
