package io.vigie.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a reader who comes again is answered: not modified, edited in silence, gone. */
class DemoSiteReadingTest extends DemoSiteTesting {

    @Test
    void answers304ToAReaderWhoHasItAlready() {
        site.publishAll();
        for (URI uri : List.of(page("amber-tide"), base("meridian").resolve("/feeds/world.rss"), base("chancery"))) {
            HttpResponse<byte[]> first = reader.get(uri);
            String etag = first.headers().firstValue("ETag").orElseThrow();
            String modified = first.headers().firstValue("Last-Modified").orElseThrow();
            assertThat(reader.get(uri, "If-None-Match", etag)).satisfies(again -> {
                assertThat(again.statusCode()).isEqualTo(304);
                assertThat(again.body()).isEmpty();
                assertThat(again.headers().firstValue("ETag")).contains(etag);
            });
            assertThat(reader.get(uri, "If-None-Match", "\"x\", W/" + etag).statusCode())
                    .isEqualTo(304);
            assertThat(reader.get(uri, "If-Modified-Since", modified).statusCode())
                    .isEqualTo(304);
            assertThat(reader.get(uri, "If-None-Match", "\"x\"", "If-Modified-Since", modified)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(reader.get(uri, "If-Modified-Since", "yesterday").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void givesAFeedThatGrewANewTag() {
        site.publishNext();
        URI feed = base("meridian").resolve("/feeds/world.rss");
        String etag = reader.get(feed).headers().firstValue("ETag").orElseThrow();
        site.publishAll();
        assertThat(reader.get(feed, "If-None-Match", etag).statusCode()).isEqualTo(200);
    }

    @Test
    void editsAPageInSilenceOnceItsFirstTextWasRead() {
        site.publishAll();
        site.amend();
        URI page = page("essay-gallium");
        HttpResponse<byte[]> first = reader.get(page);
        String etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(site.unread()).contains(page);

        HttpResponse<byte[]> second = reader.get(page, "If-None-Match", etag);

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(new String(first.body(), Reader.charset(first))).doesNotContain("Arms makers feel it first");
        assertThat(new String(second.body(), Reader.charset(second)))
                .contains("Arms makers feel it first")
                .doesNotContain("dateModified");
        assertThat(site.unread()).doesNotContain(page);
    }

    @Test
    void changesNothingBeforeItIsToldTo() {
        site.publishAll();
        URI page = page("essay-gallium");
        String etag = reader.get(page).headers().firstValue("ETag").orElseThrow();
        assertThat(reader.get(page, "If-None-Match", etag).statusCode()).isEqualTo(304);
        site.amend();
        assertThat(reader.get(page, "If-None-Match", etag).statusCode()).isEqualTo(200);
    }

    @Test
    void takesAPageDownOnceItWasReadAndKeepsItListed() {
        site.publishAll();
        site.amend();
        URI page = page("spionage-institut");
        assertThat(reader.get(page).statusCode()).isEqualTo(200);
        assertThat(site.unread()).contains(page);
        assertThat(reader.get(page).statusCode()).isEqualTo(410);
        assertThat(site.unread()).doesNotContain(page);
        assertThat(reader.get(page).statusCode()).isEqualTo(410);
        assertThat(reader.xml(base("elbfunk").resolve("/news-sitemap.xml"))
                        .select("loc")
                        .eachText())
                .contains(page.toString());
    }

    @Test
    void countsAPageAsReadWhenItsTextWasSentNotWhenItWasAskedAbout() {
        site.publishAll();
        assertThat(site.unread()).isEqualTo(site.published());
        assertThat(reader.send("HEAD", page("amber-tide")).body()).isEmpty();
        assertThat(site.fetched()).isEmpty();
        site.published().forEach(reader::get);
        assertThat(site.unread()).isEmpty();
        assertThat(site.fetched()).isEqualTo(site.published());
    }

    @Test
    void refusesEverythingButReading() {
        HttpResponse<byte[]> answer = reader.send("DELETE", base("meridian"));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    }
}
