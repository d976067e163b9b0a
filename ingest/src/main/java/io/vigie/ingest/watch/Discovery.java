package io.vigie.ingest.watch;

import io.vigie.events.ListingHints;
import io.vigie.ingest.fetch.FetchOutcome.Fetched;
import io.vigie.ingest.watch.Found.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** INTERIM: replaced by io.vigie.ingest.discover. */
final class Discovery {

    Found read(Fetched fetched, @Nullable ListingHints hints) {
        URI base = fetched.uri();
        String start = new String(
                fetched.body(), 0, Math.min(600, fetched.body().length), java.nio.charset.StandardCharsets.ISO_8859_1);
        try {
            if (start.contains("<rss")
                    || start.contains("<feed")
                    || start.contains("<rdf:RDF")
                    || start.contains("<urlset")
                    || start.contains("<sitemapindex")) {
                Document xml = Jsoup.parse(
                        new ByteArrayInputStream(fetched.body()), null, base.toString(), Parser.xmlParser());
                return xml(xml, base);
            }
            Document html = Jsoup.parse(new ByteArrayInputStream(fetched.body()), null, base.toString());
            List<Entry> entries = new ArrayList<>();
            for (Element a : html.select("main a[href], article a[href], li a[href], h2 a[href], h3 a[href]")) {
                uri(base, a.attr("href")).ifPresent(link -> {
                    if (link.getHost().equals(base.getHost()) && a.text().length() > 15) {
                        entries.add(new Entry(link, a.text(), null, null));
                    }
                });
            }
            List<URI> feeds = new ArrayList<>();
            for (Element link : html.select("link[rel=alternate][href]")) {
                if (link.attr("type").contains("rss") || link.attr("type").contains("atom")) {
                    uri(base, link.attr("href")).ifPresent(feeds::add);
                }
            }
            return new Found(Found.Kind.HTML, entries, List.of(), feeds);
        } catch (IOException e) {
            return new Found(Found.Kind.HTML, List.of(), List.of(), List.of());
        }
    }

    private static Found xml(Document xml, URI base) {
        List<Entry> entries = new ArrayList<>();
        List<URI> children = new ArrayList<>();
        for (Element loc : xml.select("sitemap > loc")) {
            uri(base, loc.text()).ifPresent(children::add);
        }
        for (Element url : xml.select("url")) {
            String date = text(url, "news|publication_date, lastmod");
            uri(base, String.valueOf(text(url, "loc")))
                    .ifPresent(link -> entries.add(new Entry(link, text(url, "news|title"), date, date(date))));
        }
        for (Element item : xml.select("item, entry")) {
            String date = text(item, "updated, pubDate, dc|date, published");
            Element atom = item.selectFirst("link[href]");
            String link = atom != null ? atom.attr("href") : text(item, "link");
            if (link != null) {
                uri(base, link).ifPresent(u -> entries.add(new Entry(u, text(item, "title"), date, date(date))));
            }
        }
        boolean map = !xml.select("urlset, sitemapindex").isEmpty();
        return new Found(map ? Found.Kind.SITEMAP : Found.Kind.FEED, entries, children, List.of());
    }

    private static @Nullable String text(Element e, String q) {
        Element f = e.selectFirst(q);
        return f == null ? null : f.text();
    }

    private static @Nullable Instant date(@Nullable String s) {
        if (s == null) {
            return null;
        }
        for (DateTimeFormatter f :
                List.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME, DateTimeFormatter.RFC_1123_DATE_TIME)) {
            try {
                return OffsetDateTime.parse(s, f).toInstant();
            } catch (RuntimeException e) {
                // next
            }
        }
        return null;
    }

    private static java.util.Optional<URI> uri(URI base, String s) {
        try {
            URI u = base.resolve(s.strip());
            return u.getHost() != null && u.getScheme().startsWith("http")
                    ? java.util.Optional.of(u)
                    : java.util.Optional.empty();
        } catch (IllegalArgumentException e) {
            return java.util.Optional.empty();
        }
    }
}
