package io.vigie.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Where its pages are announced: feeds, sitemaps, front pages, robots.txt. */
class DemoSiteListingTest extends DemoSiteTesting {

    @Test
    void listsWhatIsOutInEveryFeed() {
        site.publishAll();
        for (DemoOutlet outlet : press.outlets().values()) {
            if (outlet.discovery() == null || outlet.discoveryPath() == null) {
                continue;
            }
            Document feed = reader.xml(base(outlet).resolve(outlet.discoveryPath()));
            List<String> links = switch (outlet.discovery()) {
                case RSS, RDF -> feed.select("item > link").eachText();
                case ATOM -> feed.select("entry > link").eachAttr("href");
                case NEWS_SITEMAP -> feed.select("url > loc").eachText();
            };
            assertThat(links)
                    .as(outlet.id())
                    .containsExactlyInAnyOrderElementsOf(itemsOf(outlet).stream()
                            .map(item -> address(item).toString())
                            .toList());
            assertThat(dates(feed, outlet.discovery()))
                    .as(outlet.id())
                    .hasSize(links.size())
                    .allMatch(date -> Math.abs(date.toEpochMilli() - NOW.toEpochMilli()) < 1000);
        }
    }

    @Test
    void listsWhatIsOutOnEveryFrontPage() {
        site.publishAll();
        for (DemoOutlet outlet : press.outlets().values()) {
            List<String> links = reader.html(base(outlet)).select("a").eachAttr("abs:href");
            itemsOf(outlet)
                    .forEach(item -> assertThat(links).contains(address(item).toString()));
        }
    }

    @Test
    void pointsFromTheFrontPageToTheFeedAndFromRobotsToTheSitemap() {
        assertThat(reader.html(base("planete-traduite"))
                        .select("link[rel=alternate][type=application/rss+xml]")
                        .eachAttr("href"))
                .containsExactly(base("planete-traduite").resolve("/feed/").toString());
        assertThat(reader.text(base("elbfunk").resolve("/robots.txt")))
                .contains("Sitemap: " + base("elbfunk").resolve("/news-sitemap.xml"));
        assertThat(reader.html(base("kurier")).select("link[rel=alternate]")).isEmpty();
    }

    @Test
    void announcesAPageThatRobotsForbidsAndTellsWhenItWasReadAllTheSame() {
        site.publishAll();
        URI forbidden = site.expectations().neverRead().iterator().next();
        assertThat(reader.text(base("meridian").resolve("/robots.txt"))).contains("Disallow: /internal/");
        assertThat(forbidden.getPath()).startsWith("/internal/");
        assertThat(reader.xml(base("meridian").resolve("/feeds/world.rss"))
                        .select("item > link")
                        .eachText())
                .contains(forbidden.toString());
        assertThat(site.published()).doesNotContain(forbidden);
        assertThat(site.fetched()).isEmpty();
        reader.get(forbidden);
        assertThat(site.fetched()).containsExactly(forbidden);
    }

    private static List<Instant> dates(Document feed, DemoOutlet.Discovery format) {
        return switch (format) {
            case RSS ->
                feed.select("item > pubDate").stream()
                        .map(date -> ZonedDateTime.parse(date.text(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant())
                        .toList();
            case ATOM -> offsetDates(feed, "entry > published");
            case RDF -> offsetDates(feed, "item > dc|date");
            case NEWS_SITEMAP -> offsetDates(feed, "news|publication_date");
        };
    }

    private static List<Instant> offsetDates(Document feed, String selector) {
        return feed.select(selector).stream()
                .map(Element::text)
                .map(date -> OffsetDateTime.parse(date).toInstant())
                .toList();
    }

    private List<DemoItem> itemsOf(DemoOutlet outlet) {
        return press.items().values().stream()
                .filter(item -> item.outlet().equals(outlet.id()))
                .toList();
    }
}
