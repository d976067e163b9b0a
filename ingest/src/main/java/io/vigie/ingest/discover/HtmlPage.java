package io.vigie.ingest.discover;

import io.vigie.ingest.markup.UriReferences;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page, parsed, and the address on which its links are resolved.
 *
 * @param document jsoup's tree
 * @param base address of the page, or what its {@code base} element says
 */
record HtmlPage(Document document, URI base) {

    private static final int LONGEST = 8 * 1024 * 1024;

    /** A tree costs some two hundred bytes an element; no listing needs as many. */
    private static final int MOST_TAGS = 150_000;

    private static final int MOST_FEEDS = 32;

    static HtmlPage read(Reader source, URI address) throws IOException {
        Document document = Jsoup.parse(bounded(source));
        Element stated = document.selectFirst("base[href]");
        URI base = stated == null ? null : UriReferences.resolve(address, stated.attr("href"));
        return new HtmlPage(document, base == null ? address : base);
    }

    /** Feeds that the page advertises: {@code <link rel="alternate" type="application/rss+xml">} and its kin. */
    List<URI> feeds() {
        Set<URI> feeds = new LinkedHashSet<>();
        for (Element link : document.select("link[rel][href], a[type][href]")) {
            URI address = isFeed(link) ? UriReferences.resolve(base, link.attr("href")) : null;
            if (address != null && feeds.size() < MOST_FEEDS) {
                feeds.add(address);
            }
        }
        return List.copyOf(feeds);
    }

    private static boolean isFeed(Element link) {
        String rel = " " + link.attr("rel").toLowerCase(Locale.ROOT).strip() + " ";
        String type = link.attr("type").toLowerCase(Locale.ROOT).strip();
        boolean feedType = type.startsWith("application/rss+xml")
                || type.startsWith("application/atom+xml")
                || type.startsWith("application/rdf+xml")
                || type.startsWith("application/feed+json");
        if (link.nameIs("a")) {
            return feedType;
        }
        boolean alternate = rel.contains(" alternate ") && !rel.contains(" stylesheet ");
        return rel.contains(" feed ")
                || (alternate
                        && (feedType
                                || ((type.equals("application/json") || type.endsWith("/xml"))
                                        && !link.hasAttr("hreflang"))));
    }

    private static String bounded(Reader source) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[16 * 1024];
        int tags = 0;
        int n = source.read(buffer);
        while (n > 0 && text.length() < LONGEST && tags < MOST_TAGS) {
            for (int i = 0; i < n; i++) {
                tags += buffer[i] == '<' ? 1 : 0;
            }
            text.append(buffer, 0, n);
            n = source.read(buffer);
        }
        return text.toString();
    }
}
