package io.vigie.ingest.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.events.PressItem;
import io.vigie.events.PubStatus;
import io.vigie.events.SourceDefinition;
import io.vigie.events.SourceDefinition.Kind;
import io.vigie.events.WatchEntry;
import io.vigie.ingest.fetch.FetchSettings;
import io.vigie.ingest.fetch.Fetcher;
import io.vigie.ingest.scrape.Scraper;
import io.vigie.ingest.watch.Journal.JournalException;
import io.vigie.ingest.web.Answers;
import io.vigie.ingest.web.LocalSite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SourceWatchTest {

    private static final Duration EVERY = Duration.ofMinutes(10);

    private final LocalSite site = LocalSite.start();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T10:00:00Z"));
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MemoryJournal journal = new MemoryJournal();
    private final Fetcher fetcher =
            new Fetcher(new FetchSettings("Vigie/0.1", Duration.ZERO, 1 << 20, Duration.ofSeconds(5)));
    private final Tools tools =
            new Tools(fetcher, new PageReader(new Scraper(), 1), new Discovery(), new IngestMeters(registry), clock);

    @AfterEach
    void stop() {
        fetcher.close();
        site.close();
    }

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
    void readsAPageAgainEverMoreRarely() throws Exception {
        feed("/a");
        page("/a", "First");
        run(watch(Kind.FEED, "/feed"), Duration.ofDays(1));

        assertThat(site.requestsFor("/a")).isBetween(10L, 30L);
        assertThat(journal.items()).hasSize(1);
    }

    @Test
    void visitsAtOnceWhatIsListedWithAnotherDate() throws Exception {
        site.on(
                "/feed",
                Answers.body(
                        "application/rss+xml",
                        rss("/a", "Mon, 02 Mar 2026 08:00:00 GMT").getBytes(UTF_8)));
        page("/a", "First");
        SourceWatch watch = watch(Kind.FEED, "/feed");
        run(watch, Duration.ofHours(20));
        long before = site.requestsFor("/a");

        site.on(
                "/feed",
                Answers.body(
                        "application/rss+xml",
                        rss("/a", "Tue, 03 Mar 2026 06:00:00 GMT").getBytes(UTF_8)));
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
    void notesInTheLedgerSinceWhenASourceIsSuspiciouslySilent() throws Exception {
        feed("/a");
        page("/a", "First");
        SourceWatch watch = watch(Kind.FEED, "/feed");
        Instant first = clock.instant();
        run(watch, Duration.ofDays(13));
        assertThat(silences()).isEmpty();

        run(watch, Duration.ofDays(2));
        assertThat(silences())
                .isNotEmpty()
                .allSatisfy(since -> assertThat(since).isEqualTo(first));

        feed("/a", "/b");
        page("/b", "Second");
        run(watch, EVERY);
        long before = silences().size();
        run(watch, Duration.ofDays(1));
        assertThat(silences()).hasSize((int) before);
    }

    @Test
    void looksAfreshAtASilentSourceOnceADayOnly() throws Exception {
        site.on("/feed", Answers.cached("application/rss+xml", "\"1\"", rss("/a")));
        page("/a", "First");
        SourceWatch watch = watch(Kind.FEED, "/feed");
        run(watch, Duration.ofDays(15));
        long before = unconditional("/feed");

        run(watch, Duration.ofDays(5));

        assertThat(unconditional("/feed") - before).isBetween(4L, 6L);
    }

    @Test
    void keepsTheConfiguredPaceOfSeconds() throws Exception {
        feed("/a");
        page("/a", "First");
        SourceWatch watch = watch(new SourceDefinition(
                "s",
                "S",
                site.uri("/feed"),
                Kind.FEED,
                List.of(),
                List.of(),
                null,
                null,
                Duration.ofSeconds(2),
                true,
                true,
                null));

        run(watch, Duration.ofSeconds(60));

        assertThat(site.requestsFor("/feed")).isBetween(28L, 33L);
    }

    @Test
    void followsAWireAndLeavesAQuietSourceAlone() throws Exception {
        Instant start = clock.instant();
        SourceWatch watch = watch(Kind.FEED, "/feed");
        for (int i = 0; i < 240; i++) { // a wire: something every three minutes
            feed("/" + i, "/" + (i + 1));
            run(watch, Duration.ofMinutes(3));
        }
        long before = site.requestsFor("/feed");
        assertThat(clock.instant()).isEqualTo(start.plus(Duration.ofHours(12)));
        assertThat(before).isGreaterThan(400);

        for (int i = 0; i < 20; i++) {
            feed("/" + i, "/" + (i + 241));
            run(watch, Duration.ofMinutes(3));
        }
        assertThat(site.requestsFor("/feed") - before).isBetween(50L, 66L);
    }

    @Test
    void readsAgainAtTheUsualPaceWhatFailedOnce() throws Exception {
        site.on("/feed", Answers.status(500));
        SourceWatch watch = watch(Kind.FEED, "/feed");
        run(watch, Duration.ZERO);
        assertThat(Duration.between(clock.instant(), watch.due()))
                .isBetween(EVERY.minusSeconds(30), EVERY.plusSeconds(30));

        run(watch, EVERY.plusSeconds(30));
        assertThat(Duration.between(clock.instant(), watch.due())).isGreaterThan(EVERY.plusSeconds(300));
    }

    @Test
    void asksASourceThatFailsEverMoreRarelyAndNeverGivesUp() throws Exception {
        site.on("/feed", Answers.status(500));
        SourceWatch watch = watch(Kind.FEED, "/feed");
        run(watch, Duration.ofDays(2));
        long asked = site.requestsFor("/feed");
        assertThat(asked).isBetween(40L, 80L);

        feed("/a");
        page("/a", "First");
        run(watch, Duration.ofHours(2));

        assertThat(journal.items()).hasSize(1);
    }

    @Test
    void leavesASourceAloneAsLongAsItAsks() throws Exception {
        site.on("/feed", Answers.status(429, "Retry-After: 86400"));

        run(watch(Kind.FEED, "/feed"), Duration.ofHours(23));

        assertThat(site.requestsFor("/feed")).isEqualTo(1);
    }

    @Test
    void looksAfreshWhenTheSourceIsDefinedAnew() throws Exception {
        site.on("/feed", Answers.cached("application/rss+xml", "\"1\"", rss("/a", "/b")));
        page("/a", "First");
        page("/b", "Second");
        run(
                watch(new SourceDefinition(
                        "s",
                        "S",
                        site.uri("/feed"),
                        Kind.FEED,
                        List.of("/a$"),
                        List.of(),
                        null,
                        null,
                        EVERY,
                        true,
                        true,
                        null)),
                EVERY);
        assertThat(journal.items()).hasSize(1);

        run(watch(Kind.FEED, "/feed"), EVERY);

        assertThat(journal.items()).extracting(PressItem::headline).containsExactly("First", "Second");
    }

    @Test
    void takesTheLinksOfAPageWithoutFeedOrSitemap() throws Exception {
        page("/one", "First");
        site.on("/", Answers.html(listing("/one")));

        run(watch(Kind.AUTO, "/"), EVERY.multipliedBy(3));

        assertThat(journal.items()).extracting(PressItem::headline).containsExactly("First");
        assertThat(site.requestsFor("/sitemap.xml")).isEqualTo(1);
    }

    @Test
    void prefersTheNewsSitemapThatNobodyAnnounces() throws Exception {
        page("/one", "First");
        page("/two", "Second");
        site.on("/", Answers.html(listing("/one")));
        site.on(
                "/sitemap.xml",
                Answers.body("application/xml", newsSitemap("/two").getBytes(UTF_8)));

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
        site.on(
                "/maps/news.xml",
                Answers.body("application/xml", newsSitemap("/two").getBytes(UTF_8)));

        run(watch(Kind.AUTO, "/"), EVERY.multipliedBy(3));

        assertThat(journal.items()).extracting(PressItem::headline).containsExactly("Second");
        assertThat(site.requestsFor("/sitemap.xml")).isZero();
        assertThat(site.requestsFor("/maps/all.xml")).isZero();
    }

    @Test
    void keepsTheEditionsThatASitemapNames() throws Exception {
        page("/fr/a", "First");
        site.on(
                "/map.xml",
                Answers.body(
                        "application/xml",
                        ("<urlset xmlns:x=\"http://www.w3.org/1999/xhtml\"><url><loc>" + site.uri("/fr/a")
                                        + "</loc><x:link rel=\"alternate\" hreflang=\"uk\" href=\"" + site.uri("/uk/a")
                                        + "\"/></url></urlset>")
                                .getBytes(UTF_8)));

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
                        ("<sitemapindex>" + child.formatted(site.uri("/old.xml"), "2024-01-01")
                                        + child.formatted(site.uri("/new.xml"), "2026-03-01") + "</sitemapindex>")
                                .getBytes(UTF_8)));

        run(watch(Kind.SITEMAP, "/index.xml"), Duration.ZERO);

        assertThat(site.requests())
                .extracting(request -> request.path())
                .containsSubsequence("/index.xml", "/new.xml", "/old.xml");
    }

    @Test
    void leavesASitemapThatListsTheWholeSite() throws Exception {
        page("/one", "First");
        page("/imprint", "Imprint");
        site.on("/", Answers.html(listing("/one")));
        site.on(
                "/sitemap.xml",
                Answers.body(
                        "application/xml",
                        ("<urlset><url><loc>" + site.uri("/imprint") + "</loc></url></urlset>").getBytes(UTF_8)));

        run(watch(Kind.AUTO, "/"), EVERY.multipliedBy(3));

        assertThat(journal.items()).extracting(PressItem::headline).containsExactly("First");
    }

    @Test
    void passesOverAFeedOfWhichNothingIsWanted() throws Exception {
        page("/news/one", "First");
        feed("/comments/1", "/comments/2");
        site.on(
                "/",
                Answers.html(
                        "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed\">" + listing("/news/one")));
        SourceDefinition source = new SourceDefinition(
                "s", "S", site.uri("/"), Kind.AUTO, List.of("/news/"), List.of(), null, null, EVERY, true, true, null);

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
        site.on(
                "/new-feed",
                Answers.body("application/rss+xml", rss("/one", "/two").getBytes(UTF_8)));

        run(watch, Duration.ofDays(5));

        assertThat(journal.items()).extracting(PressItem::headline).containsExactly("First", "Second");
        assertThat(registry.counter("vigie.ingest.suspects").count()).isPositive();
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
    void endsOnSitemapsThatListEachOther() throws Exception {
        String index = "<?xml version=\"1.0\"?><sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
                + "<sitemap><loc>%s</loc></sitemap></sitemapindex>";
        site.on(
                "/s1.xml",
                Answers.body(
                        "application/xml", index.formatted(site.uri("/s2.xml")).getBytes(UTF_8)));
        site.on(
                "/s2.xml",
                Answers.body(
                        "application/xml", index.formatted(site.uri("/s1.xml")).getBytes(UTF_8)));

        run(watch(Kind.SITEMAP, "/s1.xml"), Duration.ZERO);

        assertThat(site.requestsFor("/s1.xml") + site.requestsFor("/s2.xml")).isEqualTo(2);
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

    private List<Instant> silences() {
        return journal.changes().stream()
                .map(change -> change.entry().silentSince())
                .filter(Objects::nonNull)
                .toList();
    }

    private long unconditional(String path) {
        return site.requests().stream()
                .filter(request -> request.path().equals(path))
                .filter(request -> request.header("if-none-match").isEmpty())
                .count();
    }

    private SourceWatch watch(Kind kind, String path) {
        return watch(new SourceDefinition(
                "s", "S", site.uri(path), kind, List.of(), List.of(), null, null, EVERY, true, true, null));
    }

    private SourceWatch watch(SourceDefinition source) {
        return new SourceWatch(source, journal.memory("s"), journal, tools);
    }

    /** Every step that is due until then. */
    private void run(SourceWatch watch, Duration time) throws JournalException {
        Instant end = clock.instant().plus(time);
        while (!watch.due().isAfter(end)) {
            runOne(watch);
        }
        clock.advanceTo(end);
    }

    private void runOne(SourceWatch watch) throws JournalException {
        clock.advanceTo(watch.due());
        watch.step();
    }

    private WatchEntry lastEntry() {
        List<Change> changes = journal.changes();
        return changes.get(changes.size() - 1).entry();
    }

    private void feed(String... paths) {
        site.on("/feed", Answers.body("application/rss+xml", rss(paths).getBytes(UTF_8)));
    }

    private void page(String path, String title) {
        site.on(path, Answers.html(html(title, "")));
    }

    private String rss(String... paths) {
        StringBuilder items = new StringBuilder();
        for (String path : paths) {
            if (path.startsWith("/")) {
                items.append("<item><title>Item</title><link>")
                        .append(site.uri(path))
                        .append("</link></item>");
            } else {
                items.insert(items.length() - "</item>".length(), "<pubDate>" + path + "</pubDate>");
            }
        }
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>S</title>" + items + "</channel></rss>";
    }

    private static String html(String title, String head) {
        return """
            <html lang="en"><head><title>%s</title>%s</head><body><article><h1>%s</h1>
            <p>The two ministers met this morning and agreed on a joint statement on security in the region.</p>
            <p>They will meet again before the summer, a spokesman told the press after the talks.</p>
            </article></body></html>\
            """.formatted(title, head, title);
    }

    private String newsSitemap(String path) {
        return """
            <?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
             xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>%s</loc><news:news>
            <news:publication_date>2026-03-02T08:00:00Z</news:publication_date><news:title>Second</news:title>
            </news:news></url></urlset>\
            """.formatted(site.uri(path));
    }

    /** Three teasers; the first is the page, the others are gone. */
    private static String listing(String path) {
        StringBuilder teasers = new StringBuilder();
        for (String link : List.of(path, "/news/budget-2026", "/news/visit-to-lisbon")) {
            teasers.append("""
                <li class="teaser"><h3><a href="%s">The ministers agreed on a joint statement on %s</a></h3>
                <time datetime="2026-03-02">2 March 2026</time><p>They met this morning in the capital.</p></li>
                """.formatted(link, link));
        }
        return "<html lang=\"en\"><head><title>News</title></head><body><main><h1>News</h1><ul>" + teasers
                + "</ul></main></body></html>";
    }
}
