package io.vigie.bench.press;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * What a site publishes.
 *
 * @param source index of its site
 * @param number in the order of publication, from 0, over all sites
 * @param language BCP 47
 * @param headline plain text
 * @param paragraphs plain text
 * @param dateline as its page states it, which may be nonsense; see {@link ReleaseWriter#item}
 */
public record Release(
        int source, int number, String language, String headline, List<String> paragraphs, Instant dateline) {

    public Release {
        paragraphs = List.copyOf(paragraphs);
    }

    /** On its site. */
    public String path() {
        return "/" + language + "/releases/" + number;
    }

    /** In the whole world. */
    public URI address(URI site) {
        return site.resolve(path());
    }

    /** As the scraper should read it. */
    public String body() {
        return String.join("\n", paragraphs);
    }
}
