package io.vigie.ingest.scrape;

import io.vigie.ingest.charset.EncodedText;
import java.io.Reader;
import java.io.StringReader;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page: headline, body, dates, byline, language, addresses.
 *
 * <p>Never fails: a page that is no article, or no HTML at all, gives what can be had. Bounded: what is beyond
 * {@value #LARGEST_PAGE} bytes or {@value #MOST_TAGS} tags is not read, nesting is cut at {@value #DEEPEST} levels, and
 * nothing recurses. Thread-safe; make one and keep it.
 */
public final class Scraper {

    static final int LARGEST_PAGE = 8 * 1024 * 1024;
    static final int MOST_TAGS = 200_000;
    static final int DEEPEST = 512;
    private static final int SHORTEST_TAG = 3;

    /** A page that shows so few characters may be built by its scripts. */
    private static final int POOR = 600;

    private final ClassWords words = ClassWords.shipped();
    private final JsonLd jsonLd = new JsonLd();
    private final HeadlineFinder headlines = new HeadlineFinder();
    private final NameText names = new NameText(BylineWords.shipped());
    private final BodyExtractor bodies = new BodyExtractor(Phrases.shipped(), names);
    private final ScriptedBody scripts = new ScriptedBody();
    private final LanguageFinder languages = new LanguageFinder();
    private final BylineFinder bylines = new BylineFinder(names);
    private final DateFinder dates;

    /** Refuses dates in the future by the system's clock. */
    public Scraper() {
        this(Clock.systemUTC());
    }

    /**
     * Refuses dates in the future by a clock of the caller's: whoever reads an old page again asks as of then.
     *
     * @param clock asked once for every date that is weighed
     */
    public Scraper(InstantSource clock) {
        dates = new DateFinder(clock);
    }

    /**
     * Reads one page.
     *
     * @param page bytes of the response's body, decompressed
     * @param contentType of the response, for example {@code text/html; charset=utf-8}; absent when unknown
     * @param address absolute, after redirects
     */
    public ScrapedPage scrape(byte[] page, @Nullable String contentType, URI address) {
        byte[] bytes = page.length <= LARGEST_PAGE ? page : Arrays.copyOf(page, LARGEST_PAGE);
        return scrape(parsed(EncodedText.open(bytes, contentType), bytes.length, address.toString()), address);
    }

    /** @param longest characters that it has at most; what is too short for many tags need not be counted */
    private static Document parsed(Reader html, int longest, String base) {
        Reader read = longest < MOST_TAGS * SHORTEST_TAG ? html : new FewTags(html, MOST_TAGS);
        return Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(read, base);
    }

    private ScrapedPage scrape(Document document, URI address) {
        FactsCollector collector = new FactsCollector();
        Outline outline = OutlineBuilder.build(document, words, collector);
        PageFacts facts = collector.facts();
        StructuredArticle structured = jsonLd.article(facts.structured());
        Set<String> outlet = OutletNames.of(facts, structured, address);
        String title = headlines.find(facts, structured, outline, outlet);
        List<String> authors = structured.authors().isEmpty()
                ? facts.all("author")
                : structured.authors().stream()
                        .map(StructuredArticle.Author::name)
                        .toList();
        BodyExtractor.Body body = bodies.extract(outline, title, structured, authors);
        String text = body.text().length() < POOR ? scripted(body.text(), facts, title, authors) : body.text();
        Page page = Page.of(address, facts, structured, outline, title, body.root(), outlet);
        DateFinder.Dates found = dates.find(page);
        URI base = facts.base().isEmpty()
                ? address
                : WrittenAddress.resolve(address, facts.base()).orElse(address);
        return new ScrapedPage(
                title,
                text,
                found.published(),
                found.modified(),
                bylines.find(page),
                languages
                        .find(declaredLanguages(facts, structured), text.isEmpty() ? title : text)
                        .orElse(null),
                ClaimedAddress.of(List.of(facts.canonical(), facts.meta("og:url")), address),
                editions(facts, base),
                new PageLinks(base, facts.links()));
    }

    /** What the scripts of the page bring, where it is far more than what the page shows without them. */
    private String scripted(String shown, PageFacts facts, String title, List<String> authors) {
        return scripts.find(facts.scripts(), title)
                .map(html -> {
                    Document article = parsed(new StringReader(html), html.length(), "");
                    Outline outline = OutlineBuilder.build(article, words, new FactsCollector());
                    return bodies.extract(outline, title, StructuredArticle.NONE, authors)
                            .text();
                })
                .filter(text -> text.length() > shown.length() * 2)
                .orElse(shown);
    }

    private static List<String> declaredLanguages(PageFacts facts, StructuredArticle structured) {
        return List.of(
                facts.language(),
                structured.language(),
                facts.meta("content-language", "language", "dc.language", "og:locale"));
    }

    private static Map<String, URI> editions(PageFacts facts, URI base) {
        Map<String, URI> editions = new LinkedHashMap<>();
        facts.editions().forEach((language, href) -> {
            if (!language.equals("x-default")) {
                WrittenAddress.resolve(base, href).ifPresent(uri -> editions.put(language, CanonicalUrl.of(uri)));
            }
        });
        return editions;
    }
}
