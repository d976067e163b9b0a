package io.vigie.ingest.watch;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.events.SourceDefinition;
import io.vigie.events.SourceDefinition.Kind;
import io.vigie.ingest.fetch.FetchSettings;
import io.vigie.ingest.fetch.Fetcher;
import io.vigie.ingest.scrape.Scraper;
import io.vigie.ingest.watch.Journal.JournalException;
import io.vigie.ingest.web.Answers;
import io.vigie.ingest.web.LocalSite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A source of this machine, watched with the real fetcher under a clock that the test turns. */
abstract class SourceWatchTesting {

    static final Duration EVERY = Duration.ofMinutes(10);

    final LocalSite site = LocalSite.start();
    final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T10:00:00Z"));
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final MemoryJournal journal = new MemoryJournal();
    final Fetcher fetcher = new Fetcher(new FetchSettings("Vigie/0.1", Duration.ZERO, 1 << 20, Duration.ofSeconds(5)));
    final Tools tools =
            new Tools(fetcher, new PageReader(new Scraper(), 1), new Discovery(), new IngestMeters(registry), clock);

    @AfterEach
    void stop() {
        fetcher.close();
        site.close();
    }

    SourceWatch watch(Kind kind, String path) {
        return watch(source(kind, path, EVERY));
    }

    /** Source {@code s} at a path of the site, with the pages that one of the expressions finds; with none, all. */
    SourceDefinition source(Kind kind, String path, Duration every, String... include) {
        return new SourceDefinition(
                "s", "S", site.uri(path), kind, List.of(include), List.of(), null, null, every, true, true, null);
    }

    /** Begins with what the journal remembers, as another instance would. */
    SourceWatch watch(SourceDefinition source) {
        return new SourceWatch(source, journal.memory("s"), journal, tools);
    }

    /** Takes every step that is due until then, and turns the clock that far. */
    void run(SourceWatch watch, Duration time) throws JournalException {
        Instant end = clock.instant().plus(time);
        while (!watch.due().isAfter(end)) {
            runOne(watch);
        }
        clock.advanceTo(end);
    }

    /** Turns the clock to the next step and takes it. */
    void runOne(SourceWatch watch) throws JournalException {
        clock.advanceTo(watch.due());
        watch.step();
    }

    /** Serves {@code /feed} with {@link #rss} of these. */
    void feed(String... paths) {
        site.on("/feed", Answers.body("application/rss+xml", rss(paths)));
    }

    /** Serves an article. */
    void page(String path, String title) {
        site.on(path, Answers.html(html(title, "")));
    }

    /** An item for each path; what is not a path is the date of the item before it, as RSS writes it. */
    String rss(String... paths) {
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

    /** An article with that headline and whatever else stands in its head. */
    static String html(String title, String head) {
        return """
            <html lang="en"><head><title>%s</title>%s</head><body><article><h1>%s</h1>
            <p>The two ministers met this morning and agreed on a joint statement on security in the region.</p>
            <p>They will meet again before the summer, a spokesman told the press after the talks.</p>
            </article></body></html>\
            """.formatted(title, head, title);
    }

    /** Three teasers; the first is the page, the others are gone. */
    static String listing(String path) {
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
