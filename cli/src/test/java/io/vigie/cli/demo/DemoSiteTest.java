package io.vigie.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.events.SourceDefinition;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoSiteTest {

    private static final Instant NOW = Instant.parse("2026-04-09T12:05:09.250Z");

    private final DemoPress press = DemoPress.load();
    private final DemoSite site = new DemoSite(press, Clock.fixed(NOW, ZoneOffset.UTC));
    private final Reader reader = new Reader();

    @BeforeEach
    void start() throws IOException {
        site.start();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void publishesAFewItemsAtATimeInAFixedOrder() {
        assertThat(site.published()).isEmpty();
        int moments = 0;
        Set<URI> before = new HashSet<>();
        while (site.publishNext()) {
            assertThat(site.published()).containsAll(before).hasSizeBetween(before.size() + 1, before.size() + 4);
            before = site.published();
            moments++;
        }
        assertThat(moments).isEqualTo(press.schedule().size());
        assertThat(site.published()).hasSize(site.expectations().items().size());
    }

    @Test
    void knowsNoPageBeforeItIsPublished() {
        URI page = page("amber-tide");
        assertThat(reader.get(page).statusCode()).isEqualTo(404);
        site.publishAll();
        assertThat(reader.get(page).statusCode()).isEqualTo(200);
    }

    @Test
    void saysEveryTextOnItsPage() {
        site.publishAll();
        for (DemoItem item : press.items().values()) {
            Document page = reader.html(address(item));
            assertThat(page.text()).as(item.id()).contains(normal(item.headline()));
            item.paragraphs()
                    .forEach(text -> assertThat(page.text()).as(item.id()).contains(normal(text)));
            assertThat(page.expectFirst("html").attr("lang")).as(item.id()).startsWith(item.language());
        }
    }

    @Test
    void givesEachOutletAPageOfItsOwnMake() {
        site.publishAll();
        Set<String> shapes = new HashSet<>();
        for (DemoOutlet outlet : press.outlets().values()) {
            DemoItem item = press.items().values().stream()
                    .filter(i -> i.outlet().equals(outlet.id()))
                    .findFirst()
                    .orElseThrow();
            Document page = reader.html(address(item));
            shapes.add(page.body().getAllElements().stream()
                    .map(element -> element.tagName() + "." + element.className())
                    .distinct()
                    .toList()
                    .toString());
        }
        assertThat(shapes).hasSize(press.outlets().size());
    }

    @Test
    void statesPublicationInWhatAMachineReads() {
        site.publishAll();
        assertThat(reader.html(page("wire-front-night"))
                        .expectFirst("script[type=application/ld+json]")
                        .data())
                .contains("\"datePublished\":\"2026-04-09T12:05:09.25Z\"");
        assertThat(reader.html(page("rugby-armes")).expectFirst("time").attr("datetime"))
                .isEqualTo("2026-04-09T14:05:09.25+02:00");
        assertThat(reader.html(page("sanciones-flota")).text()).contains("Madrid, 9 de abril de 2026");
    }

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

    @Test
    void linksEditionsToEachOther() {
        site.publishAll();
        for (String id : List.of("alliance-yokohama-visit", "visite-yokohama")) {
            assertThat(reader.html(page(id)).select("link[rel=alternate][hreflang]"))
                    .extracting(link -> link.attr("hreflang") + " " + link.attr("href"))
                    .containsExactlyInAnyOrder(
                            "en " + page("alliance-yokohama-visit"), "fr " + page("visite-yokohama"));
        }
    }

    @Test
    void answersInTheCharsetThatItDeclares() {
        site.publishAll();
        HttpResponse<byte[]> page = reader.get(page("sanciones-flota"));
        assertThat(Reader.charset(page).name()).isEqualTo("windows-1252");
        assertThat(page.body()).contains((byte) 0xF1);
    }

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

    @Test
    void declaresSourcesThatStandOnLoopbackWithAHostEach() {
        List<SourceDefinition> sources = site.sources();
        assertThat(sources).hasSize(press.outlets().size()).allMatch(SourceDefinition::allowPrivate);
        assertThat(sources.stream().map(source -> source.url().getAuthority()).distinct())
                .hasSameSizeAs(sources);
        sources.forEach(
                source -> assertThat(reader.get(source.url()).statusCode()).isEqualTo(200));
    }

    @Test
    void linksEveryOutletFromTheKiosk() {
        assertThat(reader.html(site.base()).select("li a").eachAttr("href"))
                .containsExactlyElementsOf(press.outlets().values().stream()
                        .map(outlet -> base(outlet).toString())
                        .toList());
    }

    @Test
    void datesEveryPageForWhoeverMeasures() {
        site.publishAll();
        assertThat(site.publishedAt()).containsKeys(site.published().toArray(URI[]::new));
        assertThat(site.publishedAt().values()).containsOnly(NOW);
    }

    @Test
    void stopsListeningWhenClosed() {
        URI base = site.base();
        site.close();
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(base).build(), HttpResponse.BodyHandlers.discarding()))
                .isInstanceOf(ConnectException.class);
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

    private URI page(String id) {
        return address(Objects.requireNonNull(press.items().get(id), id));
    }

    private URI address(DemoItem item) {
        return base(press.outletOf(item)).resolve(press.outletOf(item).pathOf(item));
    }

    private URI base(DemoOutlet outlet) {
        return base(outlet.id());
    }

    private URI base(String outlet) {
        return site.sources().stream()
                .filter(source -> source.id().equals(outlet))
                .map(source -> source.url().resolve("/"))
                .findFirst()
                .orElseThrow();
    }

    private static String normal(String text) {
        return String.join(" ", Arrays.asList(text.split("\\s+")));
    }
}
