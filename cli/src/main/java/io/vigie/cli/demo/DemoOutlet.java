package io.vigie.cli.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigie.events.SourceDefinition;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An imaginary outlet: one entry of {@code press.yaml}, served on a port of its own.
 *
 * @param id also the name of its page template and the id of its source
 * @param name for people
 * @param language BCP 47, of its front page and of most of its items
 * @param country ISO 3166-1 alpha-2 or {@code INT}
 * @param kind how its source is declared
 * @param watch path that its source points to: the front page or the discovery document
 * @param discovery format of its discovery document; absent when the front page is all there is
 * @param discoveryPath path of that document; absent likewise
 * @param pages path of an item's page, with {@code {id}} where the item's id goes
 * @param home name of its front-page template
 * @param charset of its pages, as declared in the header
 * @param zone in which it states times
 */
record DemoOutlet(
        String id,
        String name,
        String language,
        String country,
        SourceDefinition.Kind kind,
        String watch,
        @Nullable Discovery discovery,
        @Nullable String discoveryPath,
        String pages,
        String home,
        String charset,
        ZoneId zone) {

    /** Path that {@code robots.txt} forbids at every outlet. */
    static final String FORBIDDEN = "/internal/";

    /** Formats of discovery documents. */
    enum Discovery {
        @JsonProperty("rss")
        RSS("rss.xml", "application/rss+xml"),
        @JsonProperty("atom")
        ATOM("atom.xml", "application/atom+xml"),
        @JsonProperty("rdf")
        RDF("rdf.xml", "application/rdf+xml"),
        @JsonProperty("news-sitemap")
        NEWS_SITEMAP("news-sitemap.xml", "application/xml");

        private final String template;
        private final String mediaType;

        Discovery(String template, String mediaType) {
            this.template = template;
            this.mediaType = mediaType;
        }

        String template() {
            return template;
        }

        String mediaType() {
            return mediaType;
        }
    }

    DemoOutlet {
        if ((discovery == null) != (discoveryPath == null)) {
            throw new IllegalArgumentException(
                    "outlet '" + id + "' needs both discovery and discoveryPath, or neither");
        }
        if (!pages.startsWith("/") || !pages.contains("{id}")) {
            throw new IllegalArgumentException("pages '" + pages + "' of outlet '" + id + "' must be a path with {id}");
        }
        Charset.forName(charset);
    }

    String pathOf(DemoItem item) {
        String path = pages.replace("{id}", item.id());
        return item.forbidden() ? FORBIDDEN + item.id() : path;
    }

    /**
     * The outlet as a source.
     *
     * @param base of the outlet, ending in a slash
     * @param published languages of its items
     * @param every longest pause between two looks
     */
    SourceDefinition source(URI base, Set<String> published, Duration every) {
        return new SourceDefinition(
                id,
                name,
                base.resolve(watch),
                kind,
                List.of(),
                List.of(),
                published.size() == 1 ? language : null,
                country,
                every,
                true,
                true,
                null);
    }
}
