package io.vigie.audit.replay;

import static io.vigie.audit.Production.RULES;
import static io.vigie.audit.Production.item;
import static io.vigie.audit.Production.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.audit.Production;
import io.vigie.audit.topic.Bound;
import io.vigie.events.PressItem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays that begin with the pages. */
class ReplayExtractIT {

    @TempDir
    private static Path data;

    @AutoClose
    private static Production production;

    @TempDir
    private Path files;

    @BeforeAll
    static void start() throws Exception {
        production = Production.start(data, "extract.");
        production.publishPage(
                "sold", page("A missile contract", "A missile was sold to a buyer that nobody names."), true);
        production.publishPage("sold", page("A missile contract", "A missile contract was signed."), false);
        PressItem gone = production.publishPage("gone", page("A frigate sails", "It sails at dawn."), true);
        production.publish(gone.withdrawn(Instant.parse("2026-03-03T00:00:00Z")));
        production.publishPage("quiet", page("A quiet day", "Nothing happened."), true);
        PressItem told = production.publishPage("told", page("A calm night", "All is well."), true);
        production.publish(otherwise(told, "A missile at night"));
        production.publish(withoutPage(item("lost", "A missile", "Its page was never kept."), "ab".repeat(32)));
        production.judge(RULES);
    }

    /** An item that does not say what its page says: as if extraction had been another then. */
    private static PressItem otherwise(PressItem item, String headline) {
        return new PressItem(
                item.id(),
                item.uri(),
                item.pubStatus(),
                headline,
                item.body(),
                item.byline(),
                item.language(),
                item.datePublished(),
                item.dateModified(),
                item.outlet(),
                item.editions(),
                item.snapshot(),
                item.detectedAt());
    }

    private static PressItem withoutPage(PressItem item, String snapshot) {
        return new PressItem(
                item.id(),
                item.uri(),
                item.pubStatus(),
                item.headline(),
                item.body(),
                item.byline(),
                item.language(),
                item.datePublished(),
                item.dateModified(),
                item.outlet(),
                item.editions(),
                snapshot,
                item.detectedAt());
    }

    @Test
    void readsPagesAgainAndShowsWhatTheyNowSay() throws Exception {
        ReplayRequest request =
                new ReplayRequest(new Bound.Earliest(), new Bound.Latest(), "all", Stage.EXTRACT, null, null, "test");

        ReplayResult result = new Replay(production.access(), production.topics(), 2)
                .run(
                        request,
                        files.resolve("verdicts"),
                        files.resolve("checkpoint"),
                        Progress.NONE,
                        ReplayedAlerts.NONE);

        Totals totals = result.totals();
        assertThat(totals.pages().same()).isEqualTo(5);
        assertThat(totals.pages().different()).isEqualTo(1);
        assertThat(totals.pages().gone()).isEqualTo(1);
        assertThat(totals.pages().fields()).containsOnlyKeys("headline");
        assertThat(totals.alerts().identical()).isEqualTo(4);
        List<AlertVerdict> differences;
        try (Stream<AlertVerdict> lines = VerdictFile.read(files.resolve("verdicts"))) {
            differences = lines.filter(AlertVerdict::differs).toList();
        }
        assertThat(differences)
                .filteredOn(line -> line.alertId().equals(item("told", "", "").id()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.extraction())
                            .containsExactly(new FieldDifference("headline", "A missile at night", "A calm night"));
                    assertThat(line.verdict()).isEqualTo(Verdict.LOST);
                    assertThat(line.raised()).isFalse();
                });
        assertThat(differences)
                .filteredOn(line -> line.alertId().equals(item("lost", "", "").id()))
                .singleElement()
                .satisfies(line -> assertThat(line.verdict()).isEqualTo(Verdict.UNPROVEN));
        assertThat(differences).hasSize(2);
    }
}
