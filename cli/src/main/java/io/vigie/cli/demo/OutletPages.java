package io.vigie.cli.demo;

import io.vigie.cli.demo.DemoOutlet.Discovery;
import io.vigie.cli.demo.Newsstand.Showing;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything that one outlet says at its addresses: front page, robots.txt, discovery document, pages of items. */
final class OutletPages {

    private final DemoPress press;
    private final DemoOutlet outlet;
    private final Newsstand newsstand;
    private final Map<String, DemoItem> byPath = new HashMap<>();
    private final Template article;
    private final Template home;
    private final @Nullable Template discovery;

    OutletPages(DemoPress press, DemoOutlet outlet, Newsstand newsstand) {
        this.press = press;
        this.outlet = outlet;
        this.newsstand = newsstand;
        this.article = new Template(Resources.text("outlets/" + outlet.id() + ".html"));
        this.home = new Template(Resources.text("homes/" + outlet.home() + ".html"));
        this.discovery = outlet.discovery() == null
                ? null
                : new Template(Resources.text("feeds/" + outlet.discovery().template()));
        press.items().values().stream()
                .filter(item -> item.outlet().equals(outlet.id()))
                .forEach(item -> byPath.put(outlet.pathOf(item), item));
    }

    /**
     * The answer at a path.
     *
     * @param base of the outlet, ending in a slash
     * @param path of the request
     */
    Answer answer(URI base, String path) {
        DemoItem item = byPath.get(path);
        if (item != null) {
            return page(base, item);
        }
        Discovery format = outlet.discovery();
        if (format != null && discovery != null && path.equals(outlet.discoveryPath())) {
            return new Answer(
                    200, format.mediaType(), StandardCharsets.UTF_8, discovery.render(index(base)), lastChange(), null);
        }
        return switch (path) {
            case "/" -> html(200, home.render(index(base)), lastChange(), null);
            case "/robots.txt" -> Answer.plain(200, robots(base));
            default -> Answer.plain(404, "Not found");
        };
    }

    private Answer page(URI base, DemoItem item) {
        Showing showing = newsstand.showing(item);
        return switch (showing) {
            case NOTHING_YET -> Answer.plain(404, "Not found");
            case FIRST_TEXT -> html(200, article(base, item), modified(item), new Answer.Page(item, showing));
            case SECOND_TEXT ->
                html(200, article(base, item.revised()), modified(item), new Answer.Page(item, showing));
            case GONE ->
                new Answer(410, "text/plain", StandardCharsets.UTF_8, "Gone\n", null, new Answer.Page(item, showing));
        };
    }

    private String article(URI base, DemoItem item) {
        Map<String, Object> values = new HashMap<>(frame(base));
        values.put("url", base.resolve(outlet.pathOf(item)));
        values.put("language", item.language());
        values.put("headline", item.headline());
        values.put("paragraphs", item.paragraphs());
        values.put("authors", separated(item.byline()));
        values.putAll(new Dateline(published(item), outlet.zone(), item.locale()).values());
        values.put(
                "editions",
                press.editions(item).stream()
                        .filter(edition -> newsstand.publishedAt(edition).isPresent())
                        .filter(edition -> edition.outlet().equals(outlet.id()))
                        .map(edition -> Map.of(
                                "editionLanguage",
                                edition.language(),
                                "editionUrl",
                                base.resolve(outlet.pathOf(edition))))
                        .toList());
        return article.render(values);
    }

    private Map<String, Object> index(URI base) {
        Map<String, Object> values = new HashMap<>(frame(base));
        values.put("language", outlet.language());
        values.put("updated", lastChange());
        values.put("entries", out().stream().map(item -> entry(base, item)).toList());
        return values;
    }

    private Map<String, Object> entry(URI base, DemoItem item) {
        Map<String, Object> values = new HashMap<>();
        values.put("url", base.resolve(outlet.pathOf(item)));
        values.put("entryLanguage", item.language());
        values.put("headline", item.headline());
        values.put("summary", item.paragraphs().get(0));
        values.put("modified", modified(item));
        values.putAll(new Dateline(published(item), outlet.zone(), item.locale()).values());
        return values;
    }

    private Map<String, Object> frame(URI base) {
        return Map.of("outlet", outlet.name(), "home", base, "charset", outlet.charset(), "feed", feed(base));
    }

    /** The feed to point to, as a list of one or none; a sitemap is for robots.txt to name. */
    private List<Map<String, Object>> feed(URI base) {
        Discovery format = outlet.discovery();
        return format == null || format == Discovery.NEWS_SITEMAP
                ? List.of()
                : List.of(Map.of(
                        "feedType",
                        format.mediaType(),
                        "feedUrl",
                        base.resolve(Objects.requireNonNull(outlet.discoveryPath()))));
    }

    /** What is out, newest first; a withdrawn page stays listed for as long as the outlet's caches hold it. */
    private List<DemoItem> out() {
        List<DemoItem> items = new ArrayList<>(byPath.values());
        items.removeIf(item -> newsstand.publishedAt(item).isEmpty());
        items.sort(Comparator.comparing(this::published).reversed().thenComparing(DemoItem::id));
        return items;
    }

    private Instant published(DemoItem item) {
        return newsstand.publishedAt(item).orElseThrow();
    }

    private Instant modified(DemoItem item) {
        return newsstand.modifiedAt(item).orElseThrow();
    }

    private Instant lastChange() {
        return out().stream().map(this::modified).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    private Answer html(int status, String body, Instant modified, Answer.@Nullable Page page) {
        return new Answer(status, "text/html", Charset.forName(outlet.charset()), body, modified, page);
    }

    private String robots(URI base) {
        String rules = "# Everything may be read but what is not for publication.\nUser-agent: *\nDisallow: "
                + DemoOutlet.FORBIDDEN;
        return outlet.discovery() == Discovery.NEWS_SITEMAP
                ? rules + "\n\nSitemap: " + base.resolve(Objects.requireNonNull(outlet.discoveryPath()))
                : rules;
    }

    private static List<Map<String, Object>> separated(List<String> names) {
        List<Map<String, Object>> elements = new ArrayList<>();
        for (String name : names) {
            elements.add(Map.of("author", name, "comma", elements.isEmpty() ? "" : ", "));
        }
        return elements;
    }
}
