package io.vigie.ingest.markup;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Names in one spelling, whatever prefix a document chose: {@code dc:date}, {@code media:title}, and no prefix for the
 * vocabularies of feeds and sitemaps themselves. The namespace decides where it is known; where a prefix is undeclared or
 * its namespace unknown, the prefix is taken for what it usually means. Names are lower case: feeds are not strict about
 * that either.
 */
final class Namespaces {

    private static final int MOST_DECLARED = 64;

    /** Namespaces in lower case without scheme and closing slash or hash. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("a9.com/-/spec/opensearch/1.1", "opensearch"),
            Map.entry("backend.userland.com/rss", ""),
            Map.entry("backend.userland.com/rss2", ""),
            Map.entry("backend.userland.com/rss091", ""),
            Map.entry("blogs.law.harvard.edu/tech/rss", ""),
            Map.entry("channel.netscape.com/rdf/simple/0.9", ""),
            Map.entry("my.netscape.com/rdf/simple/0.9", ""),
            Map.entry("my.netscape.com/publish/formats/rss-0.91.dtd", ""),
            Map.entry("purl.org/atom/ns", ""),
            Map.entry("purl.org/dc/elements/1.0", "dc"),
            Map.entry("purl.org/dc/elements/1.1", "dc"),
            Map.entry("purl.org/dc/terms", "dcterms"),
            Map.entry("purl.org/net/rss1.1", ""),
            Map.entry("purl.org/rss/1.0", ""),
            Map.entry("purl.org/rss/1.0/modules/content", "content"),
            Map.entry("purl.org/rss/1.0/modules/event", "ev"),
            Map.entry("purl.org/rss/1.0/modules/rss091", ""),
            Map.entry("rssnamespace.org/feedburner/ext/1.0", "feedburner"),
            Map.entry("search.yahoo.com/mrss", "media"),
            Map.entry("video.search.yahoo.com/mrss", "media"),
            Map.entry("schemas.pocketsoap.com/rss/mydescmodule", "szf"),
            Map.entry("www.google.com/schemas/sitemap/0.84", ""),
            Map.entry("www.google.com/schemas/sitemap/0.9", ""),
            Map.entry("www.google.com/schemas/sitemap-image/1.1", "image"),
            Map.entry("www.google.com/schemas/sitemap-news/0.9", "news"),
            Map.entry("www.google.com/schemas/sitemap-video/1.1", "video"),
            Map.entry("www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("www.pheedo.com/namespace/pheedo", "pheedo"),
            Map.entry("www.sitemaps.org/schemas/sitemap/0.9", ""),
            Map.entry("www.sitemaps.org/schemas/sitemap/0.90", ""),
            Map.entry("www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
            Map.entry("www.w3.org/1999/xhtml", "xhtml"),
            Map.entry("www.w3.org/2000/svg", "svg"),
            Map.entry("www.w3.org/1998/math/mathml", "mathml"),
            Map.entry("www.w3.org/2005/atom", ""),
            Map.entry("www.w3.org/xml/1998/namespace", "xml"));

    /** Prefixes of the feed vocabularies where nobody declared them. */
    private static final Map<String, String> USUAL =
            Map.of("atom", "", "atom03", "", "atom10", "", "a10", "", "rss", "", "sitemap", "", "html", "xhtml");

    static final Namespaces NONE = new Namespaces(Map.of());

    private final Map<String, String> byPrefix;

    private Namespaces(Map<String, String> byPrefix) {
        this.byPrefix = byPrefix;
    }

    /** These, and those that a start tag declares. */
    Namespaces with(Attributes attributes) {
        Map<String, String> declared = new HashMap<>(0);
        attributes.forEach((name, value) -> {
            if (name.equals("xmlns")) {
                declared.put("", canonical("", value));
            } else if (name.startsWith("xmlns:") && byPrefix.size() + declared.size() < MOST_DECLARED) {
                String prefix = name.substring("xmlns:".length()).toLowerCase(Locale.ROOT);
                declared.put(prefix, canonical(prefix, value));
            }
        });
        if (declared.isEmpty()) {
            return this;
        }
        byPrefix.forEach(declared::putIfAbsent);
        return new Namespaces(declared);
    }

    /** Example: {@code <D:Date xmlns:D="http://purl.org/dc/elements/1.1/">} is {@code dc:date}. */
    String canonicalName(String written) {
        String name = written.toLowerCase(Locale.ROOT);
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        String canonical = byPrefix.get(prefix);
        if (canonical == null) {
            canonical = USUAL.getOrDefault(prefix, prefix);
        }
        String local = name.substring(colon + 1);
        return canonical.isEmpty() ? local : canonical + ":" + local;
    }

    private static String canonical(String prefix, String namespace) {
        String key = namespace
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("[/#]+$", "");
        if (key.contains("prismstandard.org/namespaces")) {
            return "prism";
        }
        String known = KNOWN.get(key);
        return known != null ? known : USUAL.getOrDefault(prefix, prefix);
    }
}
