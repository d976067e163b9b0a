package io.vigie.ingest.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.PressItem;
import io.vigie.events.SourceDefinition.Kind;
import io.vigie.ingest.web.Answers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Sitemaps: which one is taken, in what order an index is read, and where that ends. */
class SourceWatchSitemapTest extends SourceWatchTesting {

    @Test
    void prefersTheNewsSitemapThatNobodyAnnounces() throws Exception {
        page("/one", "First");
        page("/two", "Second");
        site.on("/", Answers.html(listing("/one")));
        site.on("/sitemap.xml", Answers.body("application/xml", newsSitemap("/two")));

        run(watch(Kind.AUTO, "/"), EVERY.multipliedBy(3));

        assertThat(journal.items()).extracting(PressItem::headline).containsExactly("Second");
        assertThat(site.requestsFor("/")).isEqualTo(1);
    }

    @Test
    void prefersTheNewsSitemapThatRobotsNames() throws Exception {
        page("/one", "First");
        page("/two", "Second");
        site.on("/", Answers.html(listing("/one")));
        site.on(
                "/robots.txt",
                Answers.text("Sitemap: " + site.uri("/maps/all.xml") + "\nSitemap: /maps/news.xml\nUser-agent: *\n"));
        site.on("/maps/news.xml", Answers.body("application/xml", newsSitemap("/two")));

        run(watch(Kind.AUTO, "/"), EVERY.multipliedBy(3));

        assertThat(journal.items()).extracting(PressItem::headline).containsExactly("Second");
        assertThat(site.requestsFor("/sitemap.xml")).isZero();
        assertThat(site.requestsFor("/maps/all.xml")).isZero();
    }

    @Test
    void leavesASitemapThatListsTheWholeSite() throws Exception {
        page("/one", "First");
        page("/imprint", "Imprint");
        site.on("/", Answers.html(listing("/one")));
        site.on(
                "/sitemap.xml",
                Answers.body("application/xml", "<urlset><url><loc>" + site.uri("/imprint") + "</loc></url></urlset>"));

        run(watch(Kind.AUTO, "/"), EVERY.multipliedBy(3));

        assertThat(journal.items()).extracting(PressItem::headline).containsExactly("First");
    }

    @Test
    void keepsTheEditionsThatASitemapNames() throws Exception {
        page("/fr/a", "First");
        site.on(
                "/map.xml",
                Answers.body(
                        "application/xml",
                        "<urlset xmlns:x=\"http://www.w3.org/1999/xhtml\"><url><loc>" + site.uri("/fr/a")
                                + "</loc><x:link rel=\"alternate\" hreflang=\"uk\" href=\"" + site.uri("/uk/a")
                                + "\"/></url></urlset>"));

        run(watch(Kind.SITEMAP, "/map.xml"), EVERY);

        assertThat(journal.items())
                .singleElement()
                .satisfies(item -> assertThat(item.editions()).containsEntry("uk", site.uri("/uk/a")));
    }

    @Test
    void readsTheSitemapThatChangedLastFirst() throws Exception {
        String child = "<sitemap><loc>%s</loc><lastmod>%s</lastmod></sitemap>";
        site.on(
                "/index.xml",
                Answers.body(
                        "application/xml",
                        "<sitemapindex>" + child.formatted(site.uri("/old.xml"), "2024-01-01")
                                + child.formatted(site.uri("/new.xml"), "2026-03-01") + "</sitemapindex>"));

        run(watch(Kind.SITEMAP, "/index.xml"), Duration.ZERO);

        assertThat(site.requests())
                .extracting(request -> request.path())
                .containsSubsequence("/index.xml", "/new.xml", "/old.xml");
    }

    @Test
    void endsOnSitemapsThatListEachOther() throws Exception {
        String index = "<?xml version=\"1.0\"?><sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
                + "<sitemap><loc>%s</loc></sitemap></sitemapindex>";
        site.on("/s1.xml", Answers.body("application/xml", index.formatted(site.uri("/s2.xml"))));
        site.on("/s2.xml", Answers.body("application/xml", index.formatted(site.uri("/s1.xml"))));

        run(watch(Kind.SITEMAP, "/s1.xml"), Duration.ZERO);

        assertThat(site.requestsFor("/s1.xml") + site.requestsFor("/s2.xml")).isEqualTo(2);
    }

    private String newsSitemap(String path) {
        return """
            <?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
             xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>%s</loc><news:news>
            <news:publication_date>2026-03-02T08:00:00Z</news:publication_date><news:title>Second</news:title>
            </news:news></url></urlset>\
            """.formatted(site.uri(path));
    }
}
