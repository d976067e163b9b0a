package io.vigie.ingest.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.PressItem;
import io.vigie.events.SourceDefinition;
import io.vigie.events.SourceDefinition.Kind;
import io.vigie.ingest.web.Answers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Where the list of a source is found, and where it is looked for when that ends. */
class SourceWatchDiscoveryTest extends SourceWatchTesting {

    @Test
    void takesTheLinksOfAPageWithoutFeedOrSitemap() throws Exception {
        page("/one", "First");
        site.on("/", Answers.html(listing("/one")));

        run(watch(Kind.AUTO, "/"), EVERY.multipliedBy(3));

        assertThat(journal.items()).extracting(PressItem::headline).containsExactly("First");
        assertThat(site.requestsFor("/sitemap.xml")).isEqualTo(1);
    }

    @Test
    void readsTheFeedThatAPageAnnounces() throws Exception {
        page("/one", "First");
        site.on(
                "/",
                Answers.html(
                        "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed\">" + listing("/three")));
        feed("/one");

        run(watch(Kind.AUTO, "/"), EVERY.multipliedBy(3));

        assertThat(journal.items()).extracting(PressItem::headline).containsExactly("First");
        assertThat(site.requestsFor("/")).isEqualTo(1);
        assertThat(site.requestsFor("/feed")).isGreaterThan(2);
    }

    @Test
    void turnsToThePageWhenItsFeedDies() throws Exception {
        page("/one", "First");
        page("/two", "Second");
        site.on(
                "/",
                Answers.html("<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed\">" + listing("/two")));
        feed("/one");
        SourceWatch watch = watch(Kind.AUTO, "/");
        run(watch, EVERY);

        site.on("/feed", Answers.status(404));
        run(watch, EVERY.multipliedBy(3));

        assertThat(journal.items()).extracting(PressItem::headline).containsExactly("First", "Second");
    }

    @Test
    void passesOverAFeedOfWhichNothingIsWanted() throws Exception {
        page("/news/one", "First");
        feed("/comments/1", "/comments/2");
        site.on(
                "/",
                Answers.html(
                        "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed\">" + listing("/news/one")));
        SourceDefinition source = source(Kind.AUTO, "/", EVERY, "/news/");

        run(watch(source), EVERY.multipliedBy(3));

        assertThat(journal.items()).extracting(PressItem::headline).containsExactly("First");
    }

    @Test
    void looksAfreshAtASourceThatFellSilent() throws Exception {
        page("/one", "First");
        page("/two", "Second");
        String announced = "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/%s\">";
        site.on("/", Answers.html(announced.formatted("feed") + listing("/news/none")));
        feed("/one");
        SourceWatch watch = watch(Kind.AUTO, "/");
        run(watch, Duration.ofDays(10));
        site.on("/", Answers.html(announced.formatted("new-feed") + listing("/news/none")));
        site.on("/new-feed", Answers.body("application/rss+xml", rss("/one", "/two")));

        run(watch, Duration.ofDays(5));

        assertThat(journal.items()).extracting(PressItem::headline).containsExactly("First", "Second");
        assertThat(registry.counter("vigie.ingest.suspects").count()).isPositive();
    }

    @Test
    void looksAfreshWhenTheSourceIsDefinedAnew() throws Exception {
        site.on("/feed", Answers.cached("application/rss+xml", "\"1\"", rss("/a", "/b")));
        page("/a", "First");
        page("/b", "Second");
        run(watch(source(Kind.FEED, "/feed", EVERY, "/a$")), EVERY);
        assertThat(journal.items()).hasSize(1);

        run(watch(Kind.FEED, "/feed"), EVERY);

        assertThat(journal.items()).extracting(PressItem::headline).containsExactly("First", "Second");
    }
}
