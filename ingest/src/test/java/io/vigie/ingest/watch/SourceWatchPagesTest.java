package io.vigie.ingest.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.PressItem;
import io.vigie.events.PubStatus;
import io.vigie.events.SourceDefinition.Kind;
import io.vigie.events.WatchEntry;
import io.vigie.ingest.web.Answers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a page that is listed: when it is read again, which item it is, and when it is gone. */
class SourceWatchPagesTest extends SourceWatchTesting {

    @Test
    void readsAPageAgainEverMoreRarely() throws Exception {
        feed("/a");
        page("/a", "First");
        run(watch(Kind.FEED, "/feed"), Duration.ofDays(1));

        assertThat(site.requestsFor("/a")).isBetween(10L, 30L);
        assertThat(journal.items()).hasSize(1);
    }

    @Test
    void visitsAtOnceWhatIsListedWithAnotherDate() throws Exception {
        site.on("/feed", Answers.body("application/rss+xml", rss("/a", "Mon, 02 Mar 2026 08:00:00 GMT")));
        page("/a", "First");
        SourceWatch watch = watch(Kind.FEED, "/feed");
        run(watch, Duration.ofHours(20));
        long before = site.requestsFor("/a");

        site.on("/feed", Answers.body("application/rss+xml", rss("/a", "Tue, 03 Mar 2026 06:00:00 GMT")));
        page("/a", "Second");
        run(watch, EVERY.multipliedBy(3));

        assertThat(site.requestsFor("/a")).isEqualTo(before + 1);
        assertThat(journal.items()).extracting(PressItem::headline).containsExactly("First", "Second");
        assertThat(journal.items())
                .extracting(PressItem::id)
                .containsOnly(journal.items().get(0).id());
    }

    @Test
    void withdrawsAPageThatIsGoneTwice() throws Exception {
        feed("/a");
        page("/a", "First");
        SourceWatch watch = watch(Kind.FEED, "/feed");
        run(watch, EVERY);
        site.on("/a", Answers.status(410));

        run(watch, EVERY.multipliedBy(30));

        assertThat(journal.items())
                .extracting(PressItem::pubStatus)
                .containsExactly(PubStatus.USABLE, PubStatus.CANCELED);
        assertThat(journal.items().get(1).headline()).isEqualTo("First");
    }

    @Test
    void doesNotWithdrawAPageThatWasAwayOnce() throws Exception {
        feed("/a");
        page("/a", "First");
        SourceWatch watch = watch(Kind.FEED, "/feed");
        run(watch, Duration.ZERO);
        site.on("/a", Answers.status(404));
        while (journal.changes().stream()
                .noneMatch(change -> change.entry().outcome().equals("gone"))) {
            runOne(watch);
        }
        page("/a", "First");

        run(watch, EVERY.multipliedBy(30));

        assertThat(journal.items()).hasSize(1);
    }

    @Test
    void takesTwoAddressesOfOneItemForOne() throws Exception {
        feed("/a", "/a/amp");
        page("/a", "First");
        site.on("/a/amp", Answers.html(html("First", "<link rel=\"canonical\" href=\"" + site.uri("/a") + "\">")));

        run(watch(Kind.FEED, "/feed"), EVERY);

        assertThat(journal.items()).hasSize(1);
    }

    @Test
    void doesNotTakeTheHomePageForAnArticle() throws Exception {
        feed("/a");
        site.on("/a", Answers.redirect("/"));
        page("/", "Welcome");

        run(watch(Kind.FEED, "/feed"), Duration.ZERO);

        assertThat(journal.items()).isEmpty();
        assertThat(lastEntry().reason()).isEqualTo("redirected-home");
    }

    private WatchEntry lastEntry() {
        List<Change> changes = journal.changes();
        return changes.get(changes.size() - 1).entry();
    }
}
