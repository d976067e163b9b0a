package io.vigie.ingest.scrape;

import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/** What the outlet calls itself, so that its name is taken neither for a headline nor, if a person signed, for an author. */
final class OutletNames {

    private OutletNames() {}

    /** Names as {@link Phrases#normalized} spells them, among them the site's domain with and without its ending. */
    static Set<String> of(PageFacts facts, StructuredArticle structured, URI address) {
        Set<String> names = new HashSet<>();
        names.add(Phrases.normalized(structured.publisher()));
        names.add(Phrases.normalized(facts.meta("og:site_name")));
        names.add(Phrases.normalized(facts.meta("application-name")));
        names.add(Phrases.normalized(facts.meta("dc.publisher", "publisher", "twitter:site")));
        String host = address.getHost();
        if (host != null) {
            String site = Sites.nameOf(host);
            names.add(site.substring(0, Math.max(0, site.indexOf('.'))));
            names.add(Phrases.normalized(site));
            names.add(Phrases.normalized(host));
        }
        // Some pages name the application, or even the site, after their article.
        names.remove(Phrases.normalized(facts.meta("og:title")));
        names.remove("");
        return names;
    }
}
