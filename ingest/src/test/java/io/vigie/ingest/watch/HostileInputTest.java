package io.vigie.ingest.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.events.PressItem;
import io.vigie.events.SourceDefinition;
import io.vigie.events.SourceDefinition.Kind;
import io.vigie.events.WatchEntry;
import io.vigie.ingest.fetch.FetchSettings;
import io.vigie.ingest.fetch.Fetcher;
import io.vigie.ingest.scrape.Scraper;
import io.vigie.ingest.web.Answers;
import io.vigie.ingest.web.EndlessBody;
import io.vigie.ingest.web.GzipBomb;
import io.vigie.ingest.web.LocalSite;
import io.vigie.ingest.web.SlowDrip;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a site serves, as its list or as a page: a clear outcome in bounded time, and the next one is read. */
@Timeout(value = 75, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileInputTest {

    private static final int LARGE = 8_000_000;
    private static final String METADATA = "http://169.254.169.254/latest/meta-data/";

    private final LocalSite site = LocalSite.start();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T10:00:00Z"));
    private final MemoryJournal journal = new MemoryJournal();
    private final Fetcher fetcher =
            new Fetcher(new FetchSettings("Vigie/0.1", Duration.ZERO, 8 * 1024 * 1024, Duration.ofSeconds(1)));
    private final Tools tools = new Tools(
            fetcher,
            new PageReader(new Scraper(), 1),
            new Discovery(),
            new IngestMeters(new SimpleMeterRegistry()),
            clock);

    @AfterEach
    void stop() {
        fetcher.close();
        site.close();
    }

    static Stream<Arguments> inputs() {
        return Stream.of(
                text("nothing", "text/html", ""),
                text("truncated page", "text/html", "<html><body><article><h1>Talks</h1><p>The ministers m"),
                text("truncated feed", "application/rss+xml", "<rss><channel><item><title>Talks</title><link>/ne"),
                text("one line of 8 MB", "text/html", "<p>" + "word ".repeat(LARGE / 5)),
                text("one word of 8 MB", "text/html", "<p>" + "x".repeat(LARGE)),
                text("a title of 8 MB", "text/html", "<title>" + "x".repeat(LARGE) + "</title><p>Text."),
                text("a title of 8 MB in a feed", "application/rss+xml", item("x".repeat(LARGE))),
                text("nesting of 500,000", "text/html", "<div>".repeat(500_000) + "Text"),
                text("inline nesting of 500,000", "text/html", "<b><i>".repeat(250_000) + "Text"),
                text("XML nesting of 500,000", "application/xml", "<rss>" + "<a>".repeat(500_000)),
                text("JSON nesting of 500,000", "application/json", "[".repeat(500_000)),
                text("a million attributes", "text/html", "<p " + "a=1 ".repeat(1_000_000) + ">Text"),
                text("unclosed comment", "text/html", "<!--" + "-".repeat(LARGE)),
                text("unclosed CDATA", "application/rss+xml", "<rss><![CDATA[" + "]".repeat(LARGE)),
                text("billion laughs", "application/xml", billionLaughs()),
                text("a JSON-LD of 8 MB", "text/html", "<script type=\"application/ld+json\">" + "[".repeat(LARGE)),
                text("a sitemap of 100,000", "application/xml", sitemap(100_000)),
                Arguments.of("a gzip file that unpacks to 2 GB", Answers.body("application/gzip", hugeFile())),
                Arguments.of(
                        "a gzip file with a sitemap of a million",
                        Answers.body(
                                "application/gzip",
                                Answers.gzip(sitemap(1_000_000).getBytes(UTF_8)))),
                Arguments.of(
                        "a gzip file with a line of 50 MB",
                        Answers.body(
                                "application/gzip",
                                Answers.gzip(
                                        ("<rss><channel><item><title>" + "x".repeat(50_000_000)).getBytes(UTF_8)))),
                Arguments.of("a redirect to itself", Answers.redirect("?again")),
                Arguments.of("a redirect to a metadata service", Answers.redirect(METADATA)),
                Arguments.of("a redirect to a file", Answers.redirect("file:///etc/passwd")),
                Arguments.of("an endless body", new EndlessBody()),
                Arguments.of("a slow body", new SlowDrip()),
                Arguments.of("a bomb", new GzipBomb(200_000_000, 1)),
                Arguments.of("noise", Answers.body("text/html", noise())),
                Arguments.of("noise as a feed", Answers.body("application/rss+xml", noise())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void isSurvivedAsAPage(String name, io.vigie.ingest.web.Behaviour behaviour) throws Exception {
        site.on("/feed", Answers.body("application/rss+xml", feed("/bad", "/good")))
                .on("/bad", behaviour)
                .on("/good", Answers.html(GOOD));

        run(watch(Kind.FEED, "/feed"));

        assertThat(journal.items()).extracting(PressItem::headline).contains("Talks in Oslo");
        assertThat(journal.items()).allSatisfy(item -> {
            assertThat(item.headline().length()).isLessThanOrEqualTo(1_000);
            assertThat(item.body().length()).isLessThanOrEqualTo(PressItems.LONGEST_BODY);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void isSurvivedAsASource(String name, io.vigie.ingest.web.Behaviour behaviour) throws Exception {
        for (Kind kind : Kind.values()) {
            site.on("/list", behaviour);

            run(watch(kind, "/list"));

            assertThat(journal.changes()).isNotEmpty();
            assertThat(journal.memory("s").pages()).hasSizeLessThanOrEqualTo(EntryFilter.MOST_ENTRIES);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                METADATA,
                "http://[::ffff:169.254.169.254]/",
                "http://0.0.0.0/",
                "http://2852039166/",
                "http://0xa9fea9fe/",
                "http://metadata.invalid@169.254.169.254/"
            })
    void contactsNoForbiddenAddressThatAFeedLists(String address) throws Exception {
        site.on(
                "/feed",
                Answers.body(
                        "application/rss+xml",
                        "<rss><channel><item><title>T</title><link>" + address + "</link></item></channel></rss>"));

        run(watch(Kind.FEED, "/feed"));

        assertThat(journal.changes().stream().map(Change::entry))
                .filteredOn(entry -> entry.purpose() == WatchEntry.Purpose.PAGE)
                .extracting(WatchEntry::reason)
                .isSubsetOf("forbidden-address", "bad-address", "unknown-host")
                .isNotEmpty();
    }

    @Test
    void asksForNoMoreThanAFewDocumentsOfAnIndexWithoutEnd() throws Exception {
        StringBuilder index = new StringBuilder("<sitemapindex>");
        for (int i = 0; i < 50_000; i++) {
            index.append("<sitemap><loc>").append(site.uri("/s" + i)).append("</loc></sitemap>");
        }
        site.on("/index", Answers.body("application/xml", index + "</sitemapindex>"));
        SourceWatch watch = watch(Kind.SITEMAP, "/index");

        while (!watch.due().isAfter(clock.instant())) {
            watch.step();
        }

        assertThat(site.requests()).hasSizeBetween(40, 60);
    }

    @ParameterizedTest
    @MethodSource("outsideEntities")
    void fetchesNothingThatAnEntityNames(String feed) throws Exception {
        site.on("/list", Answers.body("application/rss+xml", feed.formatted(site.uri("/secret"))));

        run(watch(Kind.FEED, "/list"));

        assertThat(site.requestsFor("/secret")).isZero();
        assertThat(journal.changes().toString()).doesNotContain("root:");
    }

    static Stream<String> outsideEntities() {
        return Stream.of(
                "<!DOCTYPE rss [<!ENTITY e SYSTEM"
                        + " \"%s\">]><rss><channel><item><title>&e;</title></item></channel></rss>",
                "<!DOCTYPE rss SYSTEM \"%s\"><rss><channel><item><title>T</title></item></channel></rss>",
                "<!DOCTYPE rss [<!ENTITY %% p SYSTEM \"%s\"> %%p;]><rss><channel/></rss>",
                "<!DOCTYPE rss [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&e;</title>"
                        + "<link>/a</link></item></channel></rss><!-- %s -->");
    }

    private static final String GOOD = """
        <html lang="en"><head><title>Talks in Oslo</title></head><body><article><h1>Talks in Oslo</h1>
        <p>The ministers met on Monday to prepare the summit, which will be held in the autumn.</p>
        <p>They will meet again before the summer, a spokesman told the press after the talks.</p>
        </article></body></html>\
        """;

    private SourceWatch watch(Kind kind, String path) {
        SourceDefinition source = new SourceDefinition(
                "s",
                "S",
                site.uri(path),
                kind,
                List.of(),
                List.of("/none/"),
                null,
                null,
                Duration.ofHours(1),
                true,
                true,
                null);
        return new SourceWatch(source, journal.memory("s"), journal, tools);
    }

    /** One look and, of what it listed, the first pages. */
    private void run(SourceWatch watch) throws Journal.JournalException {
        for (int i = 0; i < 6 && !watch.due().isAfter(clock.instant()); i++) {
            watch.step();
        }
    }

    private String feed(String... paths) {
        StringBuilder items = new StringBuilder("<rss><channel>");
        for (String path : paths) {
            items.append("<item><title>T</title><link>").append(site.uri(path)).append("</link></item>");
        }
        return items + "</channel></rss>";
    }

    private static Arguments text(String name, String contentType, String text) {
        return Arguments.of(name, Answers.body(contentType, text));
    }

    private static String item(String title) {
        return "<rss><channel><item><title>" + title + "</title><link>/none/a</link></item></channel></rss>";
    }

    private static String sitemap(int entries) {
        StringBuilder sitemap = new StringBuilder("<urlset>");
        for (int i = 0; i < entries; i++) {
            sitemap.append("<url><loc>https://a.example/none/").append(i).append("</loc></url>");
        }
        return sitemap + "</urlset>";
    }

    private static String billionLaughs() {
        StringBuilder xml = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            xml.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return xml + "]><rss><channel><item><title>&a29;</title><link>/none/a</link></item></channel></rss>";
    }

    /** 2 GB of blanks in gzip members of 16 MB. */
    private static byte[] hugeFile() {
        byte[] member = Answers.gzip(" ".repeat(16 * 1024 * 1024).getBytes(UTF_8));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int i = 0; i < 128; i++) {
            file.writeBytes(member);
        }
        return file.toByteArray();
    }

    private static byte[] noise() {
        byte[] noise = new byte[1_000_000];
        new Random(7).nextBytes(noise);
        return noise;
    }
}
