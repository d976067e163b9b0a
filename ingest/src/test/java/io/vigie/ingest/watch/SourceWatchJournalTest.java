package io.vigie.ingest.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vigie.events.PressItem;
import io.vigie.events.SourceDefinition.Kind;
import io.vigie.events.WatchEntry;
import io.vigie.ingest.watch.Journal.JournalException;
import io.vigie.ingest.web.Answers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is committed, in what order, and what becomes of it when the journal breaks or refuses. */
class SourceWatchJournalTest extends SourceWatchTesting {

    @Test
    void remembersWhatIsListedBeforeItIsRead() throws Exception {
        feed("/a", "/b");
        page("/a", "First");
        page("/b", "Second");
        watch(Kind.FEED, "/feed").step();

        assertThat(journal.items()).isEmpty();
        run(watch(Kind.FEED, "/feed"), Duration.ZERO);

        assertThat(journal.items()).extracting(PressItem::headline).containsExactly("First", "Second");
        assertThat(site.requestsFor("/feed")).isEqualTo(1);
    }

    @Test
    void repeatsNothingWhenAnItemIsFetchedAndNotCommitted() throws Exception {
        feed("/a");
        page("/a", "First");
        journal.breakAt(change -> change.item() != null);
        assertThatExceptionOfType(JournalException.class).isThrownBy(() -> run(watch(Kind.FEED, "/feed"), EVERY));

        journal.breakAt(change -> false);
        run(watch(Kind.FEED, "/feed"), EVERY.multipliedBy(5));

        assertThat(journal.items()).extracting(PressItem::headline).containsExactly("First");
    }

    @Test
    void losesNothingThatFailsWhileItsFeedDoesNotChange() throws Exception {
        site.on("/feed", Answers.cached("application/rss+xml", "\"1\"", rss("/a")));
        site.on("/a", Answers.status(500));
        SourceWatch watch = watch(Kind.FEED, "/feed");
        run(watch, EVERY.multipliedBy(3));
        page("/a", "First");

        run(watch, Duration.ofHours(2));

        assertThat(journal.items()).extracting(PressItem::headline).containsExactly("First");
        assertThat(journal.changes())
                .extracting(change -> change.entry().outcome())
                .contains("not-modified", "failed");
    }

    @Test
    void buriesAnItemThatTheJournalRefusesAndGoesOn() throws Exception {
        feed("/a", "/b");
        page("/a", "First");
        page("/b", "Second");
        journal.refuse(
                change -> change.item() != null && change.item().headline().equals("First"));

        run(watch(Kind.FEED, "/feed"), EVERY.multipliedBy(3));

        assertThat(journal.items()).extracting(PressItem::headline).containsExactly("Second");
        assertThat(journal.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.part()).isEqualTo(Refusal.Part.ITEM);
            assertThat(refusal.item().headline()).isEqualTo("First");
            assertThat(refusal.message()).isEqualTo("too large");
        });
        assertThat(journal.changes())
                .filteredOn(change -> change.refusal() != null)
                .extracting(change -> change.entry().reason())
                .containsExactly("too-large");
    }

    @Test
    void publishesAnItemOfWhichOnlyTheBytesAreRefused() throws Exception {
        feed("/a");
        page("/a", "First");
        journal.refuse(change -> change.snapshot() != null);

        run(watch(Kind.FEED, "/feed"), EVERY.multipliedBy(3));

        assertThat(journal.items()).extracting(PressItem::headline).containsExactly("First");
        assertThat(journal.refusals()).extracting(Refusal::part).containsExactly(Refusal.Part.SNAPSHOT);
        assertThat(registry.counter("vigie.ingest.drops", "reason", "too-large").count())
                .isEqualTo(1);
    }

    @Test
    void countsEveryVisitOnce() throws Exception {
        feed("/a", "/b", "/c", "/d");
        page("/a", "First");
        site.on("/b", Answers.status(404)).on("/c", Answers.body("application/pdf", new byte[10]));
        site.on("/d", Answers.html(""));

        run(watch(Kind.FEED, "/feed"), Duration.ofHours(3));

        double sum = registry.find("vigie.ingest.pages").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
        assertThat(sum)
                .isEqualTo(registry.counter("vigie.ingest.pages.accepted").count());
        assertThat(registry.counter("vigie.ingest.pages", "result", "published").count())
                .isEqualTo(1);
        assertThat((long) sum)
                .isEqualTo(journal.changes().stream()
                        .filter(change -> change.entry().purpose() == WatchEntry.Purpose.PAGE)
                        .count());
    }
}
